use super::AugmentSpec;
use super::draws::{Draws, Use, signed};
use super::elastic::{Elastic, Field};
use super::erase::erase;
use super::frame::Frame;
use super::noise::add_noise;
use super::stroke::change_width;
use super::warp::{Map, Places, resample};
use crate::{Dataset, Error};

/// How images of a data set are changed.
pub struct Augmentation {
    pub spec: AugmentSpec,
    elastic: Option<Elastic>,
    /// Where each column of a row lies in a frame.
    places: Vec<u32>,
    /// Levels of a value of 1.
    levels_of_one: f32,
    /// What each level is worth.
    pub values: [f32; 256],
}

/// What one image is made with. Each thread has its own.
pub struct Desk {
    frame: Frame,
    spare: Frame,
    fields: Vec<Field>,
    places: Places,
    levels: Vec<u8>,
}

impl Augmentation {
    /// For all images of a data set: bytes keep their levels, and of other numbers the largest is level 255.
    pub fn new(dataset: &Dataset, spec: &AugmentSpec) -> Result<Self, Error> {
        spec.check(dataset.columns())?;
        let levels_of_one = match dataset.divisor() {
            Some(divisor) => divisor,
            None => {
                let (least, most) = dataset.extremes();
                if least < 0.0 {
                    return Err(Error::Augmentation("pixels must not be negative: zero is the ground"));
                }
                if most > 0.0 { 255.0 / most } else { 255.0 }
            }
        };
        if !(levels_of_one > 0.0 && levels_of_one.is_finite()) {
            return Err(Error::Augmentation("pixels must not be negative: zero is the ground"));
        }
        let (alpha, sigma) = (spec.elastic_alpha, spec.elastic_sigma);
        let frame = Frame::new(spec.height, spec.width)?;
        let place = |column| frame.row(column / spec.width) + column % spec.width;
        Ok(Self {
            places: (0..dataset.columns()).map(|column| place(column) as u32).collect(),
            elastic: (alpha > 0.0).then(|| Elastic::new(spec.height, spec.width, alpha, sigma)),
            levels_of_one,
            values: std::array::from_fn(|level| level as f32 / levels_of_one),
            spec: spec.clone(),
        })
    }

    /// An image of the data set, changed: a level for each pixel.
    pub fn image<'desk>(&self, dataset: &Dataset, draws: Draws, desk: &'desk mut Desk) -> &'desk [u8] {
        let Self { spec, elastic, levels_of_one, .. } = self;
        let Desk { frame, spare, fields, places, levels } = desk;
        frame.levels.fill(0);
        dataset.each_nonzero(draws.row as usize, |column, value| {
            frame.levels[self.places[column] as usize] = (value * levels_of_one + 0.5) as u8;
        });
        if spec.stroke_width > 0.0 {
            let change = signed(draws.bits(Use::Shape, 1)[2]) * spec.stroke_width;
            change_width(frame, spare, change);
        }
        if let (Some(elastic), [across, down]) = (elastic, fields.as_mut_slice()) {
            elastic.draw(draws, [across, down]);
        }
        resample(frame, &Map::draw(spec, draws), fields, places, levels);
        if spec.erase > 0.0 {
            erase(levels, spec.width, spec.erase, draws.bits(Use::Shape, 2));
        }
        if spec.noise > 0.0 {
            add_noise(levels, spec.noise, draws);
        }
        levels
    }
}

impl Desk {
    pub fn new(Augmentation { spec, elastic, .. }: &Augmentation) -> Result<Self, Error> {
        let frame = || Frame::new(spec.height, spec.width);
        Ok(Self {
            frame: frame()?,
            spare: frame()?,
            fields: elastic.iter().flat_map(|elastic| [elastic.field(), elastic.field()]).collect(),
            places: Places::new(spec.width),
            levels: vec![0; spec.height * spec.width],
        })
    }
}
