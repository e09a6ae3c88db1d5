//! Descriptions as a list of numbers, which is how they cross the boundary of the WASM: no text is parsed and no number
//! printed. The lists of kinds are told as text by [`kinds`](super::kinds), so that whoever packs needs no copy of them.

use crate::Error;

/// Numbers of a description that have not been read yet.
pub struct Numbers<'a>(std::slice::Iter<'a, f64>);

impl<'a> Numbers<'a> {
    /// All of a description.
    pub fn new(numbers: &'a [f64]) -> Self {
        Self(numbers.iter())
    }

    fn next(&mut self) -> Result<f64, Error> {
        self.0.next().copied().ok_or(Error::Description("ends too early"))
    }

    fn whole(&mut self) -> Result<u64, Error> {
        let number = self.next()?;
        // 2^53 - 1: the largest whole number that JavaScript is sure of.
        if number >= 0.0 && number <= 9_007_199_254_740_991.0 && libm::trunc(number) == number {
            return Ok(number as u64);
        }
        Err(Error::Description("needs a whole number that is not negative"))
    }

    /// To be called when everything has been read.
    pub fn end(&self) -> Result<(), Error> {
        if self.0.len() == 0 { Ok(()) } else { Err(Error::Description("goes on after its end")) }
    }
}

/// What a description is made of.
pub trait Packed: Sized {
    /// The name of the type in the text of the kinds.
    fn name() -> String;

    /// Takes it off the front of the numbers.
    fn read(numbers: &mut Numbers) -> Result<Self, Error>;
}

/// A number.
impl Packed for f64 {
    fn name() -> String {
        "number".into()
    }

    fn read(numbers: &mut Numbers) -> Result<Self, Error> {
        let number = numbers.next()?;
        if number.is_finite() { Ok(number) } else { Err(Error::Description("needs finite numbers")) }
    }
}

/// A number, or NaN for none.
impl Packed for Option<f64> {
    fn name() -> String {
        "optional".into()
    }

    fn read(numbers: &mut Numbers) -> Result<Self, Error> {
        let number = numbers.next()?;
        if number.is_infinite() {
            return Err(Error::Description("needs finite numbers"));
        }
        Ok(Some(number).filter(|number| !number.is_nan()))
    }
}

/// A whole number.
impl Packed for u64 {
    fn name() -> String {
        "count".into()
    }

    fn read(numbers: &mut Numbers) -> Result<Self, Error> {
        numbers.whole()
    }
}

/// A whole number.
impl Packed for usize {
    fn name() -> String {
        "count".into()
    }

    fn read(numbers: &mut Numbers) -> Result<Self, Error> {
        Self::try_from(numbers.whole()?).map_err(|_| Error::Description("has a number that is too large"))
    }
}

/// 0 or 1.
impl Packed for bool {
    fn name() -> String {
        "flag".into()
    }

    fn read(numbers: &mut Numbers) -> Result<Self, Error> {
        match numbers.whole()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(Error::Description("needs 0 or 1 for a flag")),
        }
    }
}

/// How many there are, and then each.
impl<Item: Packed> Packed for Vec<Item> {
    fn name() -> String {
        let item = Item::name();
        if item == "number" { "numbers".into() } else { format!("[{item}]") }
    }

    fn read(numbers: &mut Numbers) -> Result<Self, Error> {
        let count = usize::read(numbers)?;
        // Each takes a number at least: what cannot be there is not made room for.
        if count > numbers.0.len() {
            return Err(Error::Description("ends too early"));
        }
        (0..count).map(|_| Item::read(numbers)).collect()
    }
}

/// Fields in a fixed order: what a kind, or a whole description, consists of.
pub trait Record: Packed {
    /// Appends ` field:type` for each.
    fn list_fields(text: &mut String);
}

/// `learning_rate` as `learningRate`.
pub fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_string();
    words.fold(first, |name, word| {
        let (head, tail) = word.split_at(1);
        name + &head.to_uppercase() + tail
    })
}

/// `LeakyRelu` as `leakyRelu`.
pub fn lower_first(name: &str) -> String {
    let (head, tail) = name.split_at(1);
    head.to_lowercase() + tail
}

/// Declares a record: a struct that is read field by field.
macro_rules! record {
    ($(#[$about:meta])* pub struct $Record:ident { $($(#[$doc:meta])* pub $field:ident: $Type:ty),* $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $Record { $($(#[$doc])* pub $field: $Type),* }

        impl $crate::spec::packed::Packed for $Record {
            fn name() -> String {
                $crate::spec::packed::lower_first(stringify!($Record))
            }

            fn read(_numbers: &mut $crate::spec::packed::Numbers) -> Result<Self, $crate::Error> {
                Ok(Self { $($field: $crate::spec::packed::Packed::read(_numbers)?),* })
            }
        }

        impl $crate::spec::packed::Record for $Record {
            fn list_fields(_text: &mut String) {
                $(
                    _text.push(' ');
                    _text.push_str(&$crate::spec::packed::camel_case(stringify!($field)));
                    _text.push(':');
                    _text.push_str(&<$Type as $crate::spec::packed::Packed>::name());
                )*
            }
        }
    };
}

/// Declares a room of kinds: an enum whose variants are read by their number. A kind's name is its variant's.
macro_rules! kinds {
    (
        $(#[$about:meta])*
        pub enum $Room:ident in $room:literal { $($(#[$doc:meta])* $Kind:ident $(($Record:ty))?),* $(,)? }
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq)]
        pub enum $Room { $($(#[$doc])* $Kind $(($Record))?),* }

        impl $crate::spec::packed::Packed for $Room {
            fn name() -> String {
                $room.into()
            }

            fn read(numbers: &mut $crate::spec::packed::Numbers) -> Result<Self, $crate::Error> {
                let kind = usize::read(numbers)?;
                let mut next = 0;
                $(
                    if kind == next {
                        return Ok(Self::$Kind $((<$Record as $crate::spec::packed::Packed>::read(numbers)?))?);
                    }
                    next += 1;
                )*
                let _ = next;
                Err($crate::Error::Description(concat!("has an unknown kind of ", $room)))
            }
        }

        impl $Room {
            /// Appends a line for each kind.
            pub(crate) fn list_kinds(text: &mut String) {
                $(
                    text.push_str($room);
                    text.push(' ');
                    text.push_str(&$crate::spec::packed::lower_first(stringify!($Kind)));
                    $(<$Record as $crate::spec::packed::Record>::list_fields(text);)?
                    text.push('\n');
                )*
            }
        }
    };
}

pub(crate) use {kinds, record};
