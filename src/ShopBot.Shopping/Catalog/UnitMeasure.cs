namespace ShopBot.Shopping.Catalog;

/// <summary>What a unit price is for.</summary>
/// <param name="Quantity">How many units, such as 100; from 1.</param>
/// <param name="Unit">
/// The unit in small letters: <c>mg</c>, <c>g</c>, <c>kg</c>, <c>oz</c>, <c>lb</c>; <c>ml</c>, <c>cl</c>, <c>l</c>, <c>m3</c>, <c>floz</c>, <c>pt</c>, <c>qt</c>, <c>gal</c>; <c>mm</c>, <c>cm</c>, <c>m</c>,
/// <c>in</c>, <c>ft</c>, <c>yd</c>; <c>m2</c>, <c>ft2</c>; <c>item</c>. Another is shown as it is.
/// </param>
public sealed record UnitMeasure(int Quantity, string Unit);
