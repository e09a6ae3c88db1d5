//! Reads safetensors files by the crate of those who made the format, and prints what is in them as JSON: for each tensor
//! its dtype, its shape and the sum of its numbers, and the metadata.
//!
//!     cargo run --manifest-path test/safetensors/reader/Cargo.toml -- FILE... > test/safetensors/rust.json

use std::collections::BTreeMap;

use safetensors::SafeTensors;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut files = BTreeMap::new();
    for path in std::env::args().skip(1) {
        let name = path.rsplit('/').next().unwrap_or_default().to_owned();
        files.insert(name, describe(&std::fs::read(&path)?)?);
    }
    println!("{}", serde_json::to_string_pretty(&files)?);
    Ok(())
}

fn describe(bytes: &[u8]) -> Result<Value, Box<dyn std::error::Error>> {
    let (_, metadata) = SafeTensors::read_metadata(bytes)?;
    let tensors: BTreeMap<_, _> = SafeTensors::deserialize(bytes)?
        .iter()
        .map(|(name, tensor)| {
            let numbers = tensor
                .data()
                .chunks_exact(4)
                .map(|four| f32::from_le_bytes([four[0], four[1], four[2], four[3]]));
            let sum: f64 = numbers.map(f64::from).sum();
            (
                name.to_owned(),
                json!({ "dtype": tensor.dtype().to_string(), "shape": tensor.shape(), "sum": sum }),
            )
        })
        .collect();
    Ok(json!({ "tensors": tensors, "metadata": metadata.metadata() }))
}
