use super::AugmentSpec;
use super::draws::{Draws, Use, signed};
use super::dropout::drop_out;
use super::elastic::{Elastic, Field};
use super::erase::erase;
use super::frame::Frame;
use super::noise::add_noise;
use super::stroke::change_width;
use super::warp::{Line, Map, Places, resample};
use crate::{Dataset, Error};

/// How images of a data set are changed.
pub struct Augmentation {
    pub spec: AugmentSpec,
    elastic: Option<Elastic>,
    /// Where each column of a row lies in a frame: its place, and its column there.
    places: Vec<[u32; 2]>,
    /// Levels of a value of 1.
    levels_of_one: f32,
    /// What each level is worth.
    pub values: [f32; 256],
}

/// What one image is made with. Each thread has its own.
pub struct Desk {
    frame: Frame,
    spare: Frame,
    fields: Option<[Field; 2]>,
    line: Line,
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
        // Dropout makes up for what it takes away.
        let kept = (1.0 - spec.dropout) as f32;
        let frame = Frame::new(spec.height, spec.width)?;
        let place = |column| {
            let at = frame.row(column / spec.width) + column % spec.width;
            [at, at % frame.stride].map(|place| place as u32)
        };
        Ok(Self {
            places: (0..dataset.columns()).map(place).collect(),
            elastic: (alpha > 0.0).then(|| Elastic::new(spec.height, spec.width, alpha, sigma)),
            levels_of_one,
            values: std::array::from_fn(|level| level as f32 / (levels_of_one * kept)),
            spec: spec.clone(),
        })
    }

    /// An image of the data set, changed: a level for each pixel.
    pub fn image<'desk>(&self, dataset: &Dataset, draws: Draws, desk: &'desk mut Desk) -> &'desk [u8] {
        let Self { spec, elastic, levels_of_one, .. } = self;
        let Desk { frame, spare, fields, line, levels } = desk;
        let level = |value: f32| (value * levels_of_one + 0.5) as u8;
        // Here and there all at once: to fill a few bytes takes as long as to fill a thousand.
        levels.fill(0);
        if spec.draws_anew() {
            self.frame(dataset, draws.row, frame, level);
            if spec.stroke_width > 0.0 {
                let change = signed(draws.bits(Use::Shape, 1)[2]) * spec.stroke_width;
                change_width(frame, spare, change);
            }
            let map = Map::draw(spec, draws);
            let places = match (elastic, fields) {
                (Some(elastic), Some(fields)) => {
                    elastic.draw(draws, &map, fields);
                    Places::Bent(elastic, fields)
                }
                _ => Places::Straight(&map),
            };
            resample(frame, &places, line, levels);
        } else {
            dataset.each_nonzero(draws.row as usize, |column, value| levels[column] = level(value));
        }
        if spec.erase > 0.0 {
            erase(levels, spec.width, spec.erase, draws.bits(Use::Shape, 2));
        }
        if spec.noise > 0.0 {
            add_noise(levels, spec.noise, draws);
        }
        if spec.dropout > 0.0 {
            drop_out(levels, spec.dropout, draws);
        }
        levels
    }

    /// Puts an image of the data set into a frame.
    fn frame(&self, dataset: &Dataset, row: u32, frame: &mut Frame, level: impl Fn(f32) -> u8) {
        frame.levels.fill(0);
        let (mut first, mut last) = ([u32::MAX; 2], [0; 2]);
        dataset.each_nonzero(row as usize, |column, value| {
            let place = self.places[column];
            frame.levels[place[0] as usize] = level(value);
            first = std::array::from_fn(|axis| first[axis].min(place[axis]));
            last = std::array::from_fn(|axis| last[axis].max(place[axis]));
        });
        let stride = frame.stride as u32;
        let ink = [first[1]..last[1] + 1, first[0] / stride..last[0] / stride + 1];
        frame.ink = Some(ink).filter(|_| last[0] > 0);
    }
}

impl Desk {
    pub fn new(Augmentation { spec, elastic, .. }: &Augmentation) -> Result<Self, Error> {
        let frame = || Frame::new(spec.height, spec.width);
        Ok(Self {
            frame: frame()?,
            spare: frame()?,
            fields: elastic.as_ref().map(Elastic::fields),
            line: Line::new(spec.width),
            levels: vec![0; spec.height * spec.width],
        })
    }
}
