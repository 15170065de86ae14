using System.ComponentModel;

namespace ShopBot.Shopify.Catalog;

/// <summary>A cached answer that may be "there is none".</summary>
[ImmutableObject(true)]
internal sealed record Found<T>(T? Value)
    where T : class;
