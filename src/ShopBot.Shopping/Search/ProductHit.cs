using ShopBot.Shopping.Catalog;

namespace ShopBot.Shopping.Search;

/// <summary>A product that was found, as it was when the index last heard of it.</summary>
/// <param name="ProductId">Its id.</param>
/// <param name="Title">Its name.</param>
/// <param name="LowestPrice">The price, or the lowest of its variants' prices.</param>
/// <param name="PricesDiffer">Whether its variants have different prices.</param>
/// <param name="Available">False when it is sold out.</param>
public sealed record ProductHit(string ProductId, string Title, Money LowestPrice, bool PricesDiffer, bool Available);
