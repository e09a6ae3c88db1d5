//! Descriptions as a list of numbers, which is how they cross the boundary of the WASM: no text is parsed and no number
//! printed. The lists of kinds are told as text by [`kinds`](super::kinds), so that whoever packs needs no copy of them.

use crate::Error;

/// Numbers of a description that have not been read yet. Whoever reads finds zeros behind the first fault, and needs not
/// look for it: the code of all records would be twice as long.
pub struct Numbers<'a> {
    rest: std::slice::Iter<'a, f64>,
    fault: Option<&'static str>,
}

impl<'a> Numbers<'a> {
    /// All of a description.
    pub fn new(numbers: &'a [f64]) -> Self {
        Self { rest: numbers.iter(), fault: None }
    }

    /// Nothing more is read.
    pub fn refuse(&mut self, fault: &'static str) {
        self.fault.get_or_insert(fault);
        self.rest = [].iter();
    }

    #[inline(never)]
    fn next(&mut self) -> f64 {
        let Some(number) = self.rest.next() else {
            self.refuse("ends too early");
            return 0.0;
        };
        *number
    }

    #[inline(never)]
    fn whole(&mut self) -> u64 {
        let number = self.next();
        // 2^53 - 1: the largest whole number that JavaScript is sure of.
        if (0.0..=9_007_199_254_740_991.0).contains(&number) && libm::trunc(number) == number {
            return number as u64;
        }
        self.refuse("needs a whole number that is not negative");
        0
    }

    /// To be called when everything has been read.
    pub fn end(&self) -> Result<(), Error> {
        match self.fault {
            Some(fault) => Err(Error::Description(fault)),
            None if self.rest.len() > 0 => Err(Error::Description("goes on after its end")),
            None => Ok(()),
        }
    }
}

/// What a description is made of.
pub trait Packed: Sized {
    /// The type in the text of the kinds.
    const TYPE: Type;

    /// Takes it off the front of the numbers.
    fn read(numbers: &mut Numbers) -> Self;
}

/// A number.
impl Packed for f64 {
    const TYPE: Type = Type::One("number");

    #[inline(never)]
    fn read(numbers: &mut Numbers) -> Self {
        let number = numbers.next();
        if !number.is_finite() {
            numbers.refuse("needs finite numbers");
            return 0.0;
        }
        number
    }
}

/// A number, or NaN for none.
impl Packed for Option<f64> {
    const TYPE: Type = Type::One("optional");

    #[inline(never)]
    fn read(numbers: &mut Numbers) -> Self {
        let number = numbers.next();
        if number.is_infinite() {
            numbers.refuse("needs finite numbers");
        }
        Some(number).filter(|number| !number.is_nan())
    }
}

/// A whole number.
impl Packed for u64 {
    const TYPE: Type = Type::One("count");

    fn read(numbers: &mut Numbers) -> Self {
        numbers.whole()
    }
}

/// A whole number.
impl Packed for usize {
    const TYPE: Type = Type::One("count");

    #[inline(never)]
    fn read(numbers: &mut Numbers) -> Self {
        Self::try_from(numbers.whole()).unwrap_or_else(|_| {
            numbers.refuse("has a number that is too large");
            0
        })
    }
}

/// 0 or 1.
impl Packed for bool {
    const TYPE: Type = Type::One("flag");

    #[inline(never)]
    fn read(numbers: &mut Numbers) -> Self {
        let number = numbers.whole();
        if number > 1 {
            numbers.refuse("needs 0 or 1 for a flag");
        }
        number == 1
    }
}

/// How many there are, and then each.
impl<Item: Packed> Packed for Vec<Item> {
    const TYPE: Type = match Item::TYPE {
        Type::One(name) | Type::Many(name) => Type::Many(name),
    };

    fn read(numbers: &mut Numbers) -> Self {
        let count = usize::read(numbers);
        // Each takes a number at least: what cannot be there is not made room for.
        if count > numbers.rest.len() {
            numbers.refuse("ends too early");
            return vec![];
        }
        (0..count).map(|_| Item::read(numbers)).collect()
    }
}

/// A type, by its name.
#[derive(Clone, Copy)]
pub enum Type {
    /// One value of it.
    One(&'static str),
    /// A list of them.
    Many(&'static str),
}

/// The names and types of fields, in their order.
pub type Fields = &'static [(&'static str, Type)];

/// What a kind, or a whole description, consists of.
pub trait Record: Packed {
    /// Its fields.
    const FIELDS: Fields;
}

/// Appends a line: `room kind field:type ...`. Names are in Rust's spelling here and in JavaScript's there.
pub fn list(text: &mut String, room: &str, kind: &str, fields: Fields) {
    text.push_str(room);
    text.push(' ');
    let (head, tail) = kind.split_at(1);
    text.push_str(&head.to_ascii_lowercase());
    text.push_str(tail);
    for (name, type_of) in fields {
        text.push(' ');
        let mut starts_word = false;
        for letter in name.chars() {
            if starts_word {
                text.push(letter.to_ascii_uppercase());
            } else if letter != '_' {
                text.push(letter);
            }
            starts_word = letter == '_';
        }
        text.push(':');
        match type_of {
            Type::One(name) => text.push_str(name),
            Type::Many("number") => text.push_str("numbers"),
            Type::Many(name) => {
                text.push('[');
                text.push_str(name);
                text.push(']');
            }
        }
    }
    text.push('\n');
}

/// Declares a record: a struct that is read field by field.
macro_rules! record {
    ($(#[$about:meta])* pub struct $Record:ident { $($body:tt)* }) => {
        $crate::spec::packed::record!("" $(#[$about])* pub struct $Record { $($body)* });
    };
    ($name:literal $(#[$about:meta])* pub struct $Record:ident { $($(#[$doc:meta])* pub $field:ident: $Type:ty),* $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $Record { $($(#[$doc])* pub $field: $Type),* }

        impl $crate::spec::packed::Packed for $Record {
            const TYPE: $crate::spec::packed::Type = $crate::spec::packed::Type::One($name);

            #[inline(never)]
            fn read(_numbers: &mut $crate::spec::packed::Numbers) -> Self {
                Self { $($field: $crate::spec::packed::Packed::read(_numbers)),* }
            }
        }

        impl $crate::spec::packed::Record for $Record {
            const FIELDS: $crate::spec::packed::Fields =
                &[$((stringify!($field), <$Type as $crate::spec::packed::Packed>::TYPE)),*];
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
            const TYPE: $crate::spec::packed::Type = $crate::spec::packed::Type::One($room);

            #[inline(never)]
            fn read(numbers: &mut $crate::spec::packed::Numbers) -> Self {
                let kind = usize::read(numbers);
                let mut next = 0;
                $(
                    if kind == next {
                        return Self::$Kind $((<$Record as $crate::spec::packed::Packed>::read(numbers)))?;
                    }
                    next += 1;
                )*
                let _ = next;
                numbers.refuse(concat!("has an unknown kind of ", $room));
                // Zeros: the first kind.
                Self::read(numbers)
            }
        }

        impl $Room {
            /// Its kinds and their fields, in their order.
            pub(crate) const KINDS: $crate::spec::packed::Kinds = &[$((
                stringify!($Kind),
                $crate::spec::packed::fields!($($Record)?),
            )),*];
        }
    };
}

/// The fields of a kind, if it has a record.
macro_rules! fields {
    () => {
        &[]
    };
    ($Record:ty) => {
        <$Record as $crate::spec::packed::Record>::FIELDS
    };
}

/// The names of kinds and their fields.
pub type Kinds = &'static [(&'static str, Fields)];

pub(crate) use {fields, kinds, record};
