namespace WhatsApp.Client;

/// <summary>
/// The Graph id of a business phone number: the path segment messages are sent through and the key webhooks are routed by.
/// It is not a phone number and may be logged. Treat it as opaque text: ids exceed 64 bits.
/// </summary>
/// <param name="Value">The id as the platform wrote it.</param>
public readonly record struct PhoneNumberId(string Value)
{
    /// <summary>The id itself.</summary>
    public override string ToString() => Value ?? "";
}
