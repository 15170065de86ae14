namespace WhatsApp.Client.Webhooks;

/// <summary>
/// One contact card a person shared. Everything may be missing.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages#contacts-object">contacts</see>.
/// </summary>
public sealed record SharedContact
{
    /// <summary>Where the card comes from; null when absent.</summary>
    public ContactOrigin? Origin { get; init; }

    /// <summary>The whole name.</summary>
    public string? FormattedName { get; init; }

    /// <summary>The given name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The family name.</summary>
    public string? LastName { get; init; }

    /// <summary>The company.</summary>
    public string? Company { get; init; }

    /// <summary>The phone numbers.</summary>
    public IReadOnlyList<SharedPhone> Phones { get; init; } = ValueList<SharedPhone>.Empty;

    /// <summary>The mail addresses.</summary>
    public IReadOnlyList<string> Emails { get; init; } = ValueList<string>.Empty;

    /// <summary>The card as a vCard.</summary>
    public string? Vcard { get; init; }

    /// <summary>Where it comes from, and how many numbers it has.</summary>
    public override string ToString() => $"SharedContact({Origin?.Value}, {Phones.Count} phones)";

    internal static SharedContact Read(JsonTree json) => new()
    {
        Origin = json.Id("origin") is { } origin ? new ContactOrigin(origin) : null,
        FormattedName = json["name"].Id("formatted_name"),
        FirstName = json["name"].Id("first_name"),
        LastName = json["name"].Id("last_name"),
        Company = json["org"].Id("company"),
        Phones = json.Objects("phones", SharedPhone.Read),
        Emails = ValueList<string>.Of([.. json["emails"].Elements.Select(email => email.Id("email")).OfType<string>()]),
        Vcard = json.Id("vcard"),
    };
}
