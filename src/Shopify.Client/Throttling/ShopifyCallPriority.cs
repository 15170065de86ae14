namespace Shopify.Client;

/// <summary>Who goes first when the points of a shop are short.</summary>
public enum ShopifyCallPriority
{
    /// <summary>Somebody waits for the answer: first come, first served. The default.</summary>
    Interactive,

    /// <summary>A sync or a report: served after every interactive call, and it leaves a fifth of the bucket to them.</summary>
    Background,
}
