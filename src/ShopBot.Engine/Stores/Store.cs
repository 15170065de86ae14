using ShopBot.Engine.Security;

namespace ShopBot.Engine.Stores;

/// <summary>A store with its secrets opened, as of one read. Never kept longer than a call needs it.</summary>
public sealed class Store
{
    internal Store(StoreRecord record, StoreCipher cipher, ShopifyCredentials? shopify, WhatsAppCredentials? whatsApp)
    {
        Record = record;
        Cipher = cipher;
        Shopify = shopify;
        WhatsApp = whatsApp;
        Profile = new StoreProfile(record.Id, record.ShopDomain, record.ShopName ?? record.ShopDomain, record.WelcomeMessage, record.Currency, record.Locale ?? "en");
    }

    /// <summary>The tenant's id.</summary>
    public StoreId Id => Record.Id;

    /// <summary>What conversations may know of it.</summary>
    public StoreProfile Profile { get; }

    /// <summary>Access to Shopify as it was at the read; null when the store uninstalled the app. Calls take their token from the vault instead.</summary>
    public ShopifyCredentials? Shopify { get; }

    /// <summary>Access to the Cloud API; null until the owner entered it.</summary>
    public WhatsAppCredentials? WhatsApp { get; }

    /// <summary>Whether the bot answers for this store.</summary>
    public bool WhatsAppEnabled => Record.WhatsAppEnabled;

    /// <summary>The number's Graph id.</summary>
    public string? PhoneNumberId => Record.PhoneNumberId;

    /// <summary>WhatsApp Business Account id.</summary>
    public string? WabaId => Record.WabaId;

    internal StoreRecord Record { get; }

    internal StoreCipher Cipher { get; }

    /// <inheritdoc />
    public override string ToString() => $"Store {{ Id = {Id}, ShopDomain = {Record.ShopDomain} }}";
}
