namespace ShopBot.Engine.Stores;

/// <summary>The Shopify tokens of one store as of one read. A class, so that nothing prints it.</summary>
public sealed class StoredShopifyCredentials
{
    /// <summary>The store.</summary>
    public required StoreId Store { get; init; }

    /// <summary>Its permanent domain, lower case.</summary>
    public required string ShopDomain { get; init; }

    /// <summary>The tokens; null when the app was removed or never installed.</summary>
    public ShopifyCredentials? Credentials { get; init; }

    /// <summary>Until when a process has claimed them for renewal; null without a claim.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>Names this state of the tokens; a save based on an older one is refused. 0 when none were ever written.</summary>
    public long Version { get; init; }

    /// <summary>Other tokens on the same base.</summary>
    /// <param name="credentials">The tokens; null takes them back.</param>
    public StoredShopifyCredentials With(ShopifyCredentials? credentials) =>
        new() { Store = Store, ShopDomain = ShopDomain, Credentials = credentials, ClaimedUntil = ClaimedUntil, Version = Version };

    /// <inheritdoc />
    public override string ToString() => $"StoredShopifyCredentials {{ Store = {Store}, Version = {Version} }}";
}
