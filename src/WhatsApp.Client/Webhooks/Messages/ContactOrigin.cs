namespace WhatsApp.Client.Webhooks;

/// <summary>Why a contact card was sent. An open set: a value not named here stays what the platform wrote.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct ContactOrigin(string Value)
{
    /// <summary>The person answered a request for their contact information.</summary>
    public static ContactOrigin ContactRequest => new("contact_request");

    /// <summary>The person shared a card on their own.</summary>
    public static ContactOrigin Other => new("other");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
