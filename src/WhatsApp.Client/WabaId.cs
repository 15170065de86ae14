namespace WhatsApp.Client;

/// <summary>
/// The id of a WhatsApp Business Account, which owns phone numbers and templates and is <c>entry[].id</c> of a webhook. May be logged.
/// </summary>
/// <param name="Value">The id as the platform wrote it.</param>
public readonly record struct WabaId(string Value)
{
    /// <summary>The id itself.</summary>
    public override string ToString() => Value ?? "";
}
