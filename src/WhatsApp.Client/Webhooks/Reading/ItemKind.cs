namespace WhatsApp.Client.Webhooks;

/// <summary>Which array of a value an element stood in.</summary>
internal enum ItemKind
{
    Message,
    Status,
    Error,
    UserAction,
}
