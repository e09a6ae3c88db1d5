//! Dense networks for handwritten digits.
