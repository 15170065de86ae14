namespace ShopBot.Shopping.Search;

/// <summary>A page of found products.</summary>
/// <param name="Items">Those that fit best first.</param>
/// <param name="NextCursor">Where the next page begins; null on the last.</param>
public sealed record ProductHits(IReadOnlyList<ProductHit> Items, string? NextCursor);
