namespace ShopBot.Shopify;

/// <summary>Settings of the Shopify side.</summary>
public sealed class ShopifyShopOptions
{
    /// <summary>The address Shopify calls back, without a path. Required.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Where webhooks arrive, below <see cref="PublicUrl"/>. Default <c>/shopify/webhooks</c>.</summary>
    public string WebhookPath { get; set; } = "/shopify/webhooks";

    /// <summary>
    /// Whether an installation subscribes to <see cref="Webhooks.HandledTopics.Subscribed"/> by API. Default true. Set it to false when the app's
    /// <c>shopify.app.toml</c> subscribes to them, or each delivery comes twice (which changes nothing twice).
    /// </summary>
    public bool SubscribeTopics { get; set; } = true;

    /// <summary>How long catalogue pages may be served from memory; prices and stock are read afresh before money is spoken of. Default 60 s.</summary>
    public TimeSpan CatalogCacheTime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long a cache that several hosts share may serve catalogue pages; a webhook about a change removes them at once. Default 5 minutes. Less than
    /// <see cref="CatalogCacheTime"/> counts as that.
    /// </summary>
    public TimeSpan SharedCatalogCacheTime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long it is remembered which ways of checkout work for a shop; after a refusal it is looked at again sooner. Default one day.</summary>
    public TimeSpan CheckoutProbeLifetime { get; set; } = TimeSpan.FromDays(1);

    /// <summary>
    /// Prefers links of the newer kind, <c>/buy/…</c>, to cart permalinks where a shop offers them. Default false: orders made by them may not find
    /// their way back to the chat.
    /// </summary>
    public bool UseBuyPermalinks { get; set; }

    /// <summary>
    /// Whether catalogues are kept in the storage's search index, where it has one: filled by a bulk export after each installation and kept up by webhooks. Default true. False, and until
    /// the index is filled: Shopify's own search is asked.
    /// </summary>
    public bool UseSearchIndex { get; set; } = true;

    /// <summary>How often each catalogue is read anew, so that a change whose webhook was lost is found in the end. Default one day; 1 minute or more.</summary>
    public TimeSpan CatalogExportEvery { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How often a host looks whether an export is to go on, its own or one that another host left. Default 5 s.</summary>
    internal TimeSpan ExportCheckEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many products are stored at a time.</summary>
    internal int ExportBatch { get; set; } = 50;
}
