namespace ShopBot.Engine.Stores;

/// <summary>A store as storage keeps it. Secrets are encrypted under the store's own data key, which is wrapped by ASP.NET Data Protection.</summary>
public sealed record StoreRecord
{
    /// <summary>The tenant's id.</summary>
    public required StoreId Id { get; init; }

    /// <summary>Permanent domain, lower case, such as <c>demo-shop.myshopify.com</c>; unique.</summary>
    public required string ShopDomain { get; init; }

    /// <summary>The store's data key, wrapped. Without it nothing personal of this store can be read.</summary>
    public required ReadOnlyMemory<byte> WrappedDataKey { get; init; }

    /// <summary>The name customers see.</summary>
    public string? ShopName { get; init; }

    /// <summary>ISO 4217 code of the shop currency.</summary>
    public string? Currency { get; init; }

    /// <summary>Language of the bot's texts, such as <c>en</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>WhatsApp token, app secret and verify token, encrypted.</summary>
    public ReadOnlyMemory<byte> WhatsAppCredentials { get; init; }

    /// <summary>Whether the bot answers for this store.</summary>
    public bool WhatsAppEnabled { get; init; }

    /// <summary>The number's Graph id; held by at most one switched-on store.</summary>
    public string? PhoneNumberId { get; init; }

    /// <summary>WhatsApp Business Account id.</summary>
    public string? WabaId { get; init; }

    /// <summary>Keyed hash of the verify token.</summary>
    public string? VerifyTokenHash { get; init; }

    /// <summary>The greeting; null or empty for the default.</summary>
    public string? WelcomeMessage { get; init; }

    /// <summary>Rises by one with every write; 0 before the first.</summary>
    public long Version { get; init; }

    /// <summary>When the store installed the bot.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the record was last written.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"StoreRecord {{ Id = {Id}, ShopDomain = {ShopDomain}, Version = {Version} }}";
}
