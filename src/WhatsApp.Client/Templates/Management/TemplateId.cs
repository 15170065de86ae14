namespace WhatsApp.Client;

/// <summary>The Graph id of a message template in one language.</summary>
/// <param name="Value">Digits. The platform writes it as text in answers and as a number in webhooks.</param>
public readonly record struct TemplateId(string Value)
{
    /// <summary>The id.</summary>
    public override string ToString() => Value ?? "";
}
