//! Generated Rust values of every shape of serde.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use toml_core::{Date, Time};
use toml_tests::shapes::{
    Adjacent, Containers, Enums, External, Flat, Flattened, Internal, Keys, Meters, Name, Pair,
    Scalars, Unit, Untagged, Wide,
};

use crate::values;

pub(crate) fn scalars() -> impl Strategy<Value = Scalars> {
    let numbers = (
        any::<bool>(),
        any::<i8>(),
        any::<u16>(),
        any::<i64>(),
        any::<NonZeroU32>(),
        number::<f64>(),
    );
    let others = (
        any::<char>(),
        values::text(),
        values::datetime(),
        date(),
        time(),
    );
    (numbers, others).prop_map(|(numbers, others)| {
        let (boolean, tiny, short, long, nonzero, double) = numbers;
        let (character, text, datetime, date, time) = others;
        Scalars {
            boolean,
            tiny,
            short,
            long,
            nonzero,
            double,
            character,
            text,
            datetime,
            date,
            time,
        }
    })
}

/// Any float that equals itself.
fn number<T: Arbitrary + PartialEq + Copy>() -> impl Strategy<Value = T> {
    any::<T>().prop_filter("NaN equals nothing", |number| {
        let same = *number;
        same == *number
    })
}

fn date() -> impl Strategy<Value = Date> {
    values::datetime().prop_filter_map("no date", |datetime| datetime.date)
}

fn time() -> impl Strategy<Value = Time> {
    values::datetime().prop_filter_map("no time", |datetime| datetime.time)
}

pub(crate) fn wide() -> impl Strategy<Value = Wide> {
    let parts = (
        any::<u64>(),
        any::<i128>(),
        any::<u128>(),
        vec(any::<u64>(), 0..4),
        number(),
    );
    parts.prop_map(|(unsigned, signed_128, unsigned_128, list, single)| Wide {
        unsigned,
        signed_128,
        unsigned_128,
        list,
        single,
    })
}

pub(crate) fn containers() -> impl Strategy<Value = Containers> {
    bare_containers().prop_recursive(3, 12, 3, |inner| {
        (
            bare_containers(),
            option::of(inner.clone()),
            vec(inner, 0..3),
        )
            .prop_map(|(containers, optional, list)| Containers {
                optional: optional.map(Box::new),
                list,
                ..containers
            })
    })
}

/// Containers that contain no others of their type.
fn bare_containers() -> impl Strategy<Value = Containers> {
    let maps = (
        btree_map(values::text(), vec(any::<i64>(), 0..3), 0..3),
        btree_map(
            values::text(),
            btree_map(values::text(), any::<bool>(), 0..3),
            0..3,
        ),
    );
    let others = (
        option::of(values::text()),
        vec(vec(any::<u8>(), 0..3), 0..3),
        (any::<u8>(), values::text(), (any::<bool>(),)),
        any::<[i16; 3]>(),
        option::of(number().prop_map(Meters)),
        (any::<u8>(), values::text()),
    );
    (maps, others).prop_map(|((map, tables), others)| {
        let (before, matrix, tuple, array, after, (first, second)) = others;
        Containers {
            map,
            tables,
            before,
            optional: None,
            list: Vec::new(),
            matrix,
            tuple,
            array,
            after,
            pair: Pair(first, second),
        }
    })
}

pub(crate) fn keys() -> impl Strategy<Value = Keys> {
    let number = any::<u8>();
    let maps = (
        btree_map(any::<i32>(), number, 0..3),
        btree_map(any::<bool>(), number, 0..3),
        btree_map(any::<char>(), number, 0..3),
        btree_map(unit(), number, 0..3),
        btree_map(values::text().prop_map(Name), number, 0..3),
    );
    maps.prop_map(
        |(integers, booleans, characters, variants, newtypes)| Keys {
            integers,
            booleans,
            characters,
            variants,
            newtypes,
        },
    )
}

pub(crate) fn enums() -> impl Strategy<Value = Enums> {
    let single = (external(), internal(), adjacent(), untagged(), unit());
    let lists = (
        vec(external(), 0..4),
        vec(internal(), 0..4),
        vec(adjacent(), 0..4),
        vec(untagged(), 0..4),
    );
    (single, lists).prop_map(|(single, lists)| {
        let (external, internal, adjacent, untagged, unit) = single;
        let (externals, internals, adjacents, untaggeds) = lists;
        Enums {
            external,
            externals,
            internal,
            internals,
            adjacent,
            adjacents,
            untagged,
            untaggeds,
            unit,
        }
    })
}

fn unit() -> impl Strategy<Value = Unit> {
    prop_oneof![Just(Unit::First), Just(Unit::SecondOne)]
}

fn external() -> impl Strategy<Value = External> {
    let leaf = prop_oneof![
        Just(External::Unit),
        any::<i64>().prop_map(External::Newtype),
        (any::<u8>(), values::text()).prop_map(|(x, text)| External::Tuple(x, text)),
        (option::of(any::<u8>()), vec(any::<u8>(), 0..3))
            .prop_map(|(x, list)| External::Struct { x, list }),
    ];
    leaf.prop_recursive(2, 4, 1, |inner| {
        inner.prop_map(|inner| External::Nested(Box::new(inner)))
    })
}

fn internal() -> impl Strategy<Value = Internal> {
    prop_oneof![
        Just(Internal::Unit),
        flat().prop_map(Internal::Newtype),
        (any::<u8>(), vec(flat(), 0..3)).prop_map(|(x, tables)| Internal::Struct { x, tables }),
    ]
}

fn adjacent() -> impl Strategy<Value = Adjacent> {
    prop_oneof![
        Just(Adjacent::Unit),
        vec(values::text(), 0..3).prop_map(Adjacent::Newtype),
        (any::<u8>(), any::<bool>()).prop_map(|(x, y)| Adjacent::Tuple(x, y)),
        any::<u8>().prop_map(|x| Adjacent::Struct { x }),
    ]
}

fn untagged() -> impl Strategy<Value = Untagged> {
    let leaf = prop_oneof![
        any::<i64>().prop_map(Untagged::Integer),
        number().prop_map(Untagged::Float),
        values::datetime().prop_map(Untagged::Datetime),
        values::text().prop_map(Untagged::Text),
        (any::<u8>(), option::of(flat())).prop_map(|(x, inner)| Untagged::Table { x, inner }),
    ];
    leaf.prop_recursive(2, 6, 3, |inner| vec(inner, 0..3).prop_map(Untagged::List))
}

fn flat() -> impl Strategy<Value = Flat> {
    let parts = (
        values::text(),
        option::of(btree_map(values::text(), any::<u8>(), 0..3)),
        option::of(values::datetime()),
        option::of(number()),
    );
    parts.prop_map(|(label, table, since, weight)| Flat {
        label,
        table,
        since,
        weight,
    })
}

pub(crate) fn flattened() -> impl Strategy<Value = Flattened> {
    let rest = btree_map("x[a-z]{1,3}", vec(any::<i64>(), 0..3), 0..3);
    (any::<u8>(), flat(), rest).prop_map(|(id, flat, rest)| Flattened {
        id,
        flat,
        rest: BTreeMap::from_iter(rest),
    })
}
