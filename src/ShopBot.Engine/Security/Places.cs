namespace ShopBot.Engine.Security;

/// <summary>The table and column names that encrypted values are bound to. Part of the stored form: never change one.</summary>
internal static class Places
{
    public const string Stores = "stores";
    public const string Shopify = "shopify_credentials";
    public const string WhatsApp = "whatsapp_credentials";
    public const string Aliases = "customer_aliases";
    public const string Lanes = "lanes";
    public const string Inbox = "inbox";
    public const string Outbox = "outbox";
    public const string Timers = "timers";
    public const string Events = "events";
    public const string Steps = "steps";
    public const string Result = "result";
    public const string Value = "value";
    public const string State = "state";
    public const string Payload = "payload";
    public const string MessageId = "message_id";
}
