use thiserror::Error as ThisError;

/// Every fault that the core reports. Nothing that comes from outside makes it panic.
#[derive(Clone, Debug, PartialEq, ThisError)]
pub enum Error {
    /// A network description that cannot be built.
    #[error("network: {0}")]
    Network(&'static str),
    /// Numbers that are no description of what was expected.
    #[error("description: {0}")]
    Description(&'static str),
    /// A loss that the network's last layer cannot be trained with.
    #[error("loss: {0}")]
    Loss(&'static str),
    /// An augmentation that the data set's images cannot have.
    #[error("augmentation: {0}")]
    Augmentation(&'static str),
    /// A number of elements that does not fit.
    #[error("{what}: expected {expected} elements, got {received}")]
    Length {
        /// What has the wrong length.
        what: &'static str,
        /// The length it must have.
        expected: usize,
        /// The length it has.
        received: usize,
    },
    /// A NaN or an infinity.
    #[error("{what}: expected finite numbers, got NaN or infinity at element {index}")]
    NonFinite {
        /// What holds it.
        what: &'static str,
        /// Where it is, counted from the start of what was handed over.
        index: usize,
    },
    /// A class id that the network has no output for.
    #[error("targets: expected class ids below {classes}, got {class} at row {row}")]
    Class {
        /// The row of the label.
        row: usize,
        /// The label.
        class: u32,
        /// The number of classes.
        classes: usize,
    },
    /// Rows that the data set does not have, or none at all.
    #[error("rows: expected a range within {rows} rows that is not empty, got {first}..{end}")]
    Rows {
        /// Rows of the data set.
        rows: usize,
        /// First row asked for.
        first: usize,
        /// The row after the last one asked for.
        end: usize,
    },
    /// A data set and a network that do not belong together.
    #[error("data set: {0}")]
    Dataset(&'static str),
    /// Another thread died while it worked on the same thing.
    #[error("another thread died at work")]
    Poisoned,
    /// Memory could not be had.
    #[error("memory: {bytes} bytes for {what} could not be allocated")]
    Memory {
        /// What the memory was for.
        what: &'static str,
        /// How much was asked for.
        bytes: usize,
    },
}

/// That there are so many elements.
#[inline(never)]
pub fn check_length(what: &'static str, received: usize, expected: usize) -> Result<(), Error> {
    if received == expected { Ok(()) } else { Err(Error::Length { what, expected, received }) }
}

/// A piece that begins at `first` of something that has `all` elements.
pub fn check_within(what: &'static str, first: usize, count: usize, all: usize) -> Result<(), Error> {
    let room = all.saturating_sub(first);
    if count <= room { Ok(()) } else { Err(Error::Length { what, expected: room, received: count }) }
}
