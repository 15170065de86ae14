using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>Contact cards, or the person's own number as the answer to a request for it.</summary>
public sealed record ContactsReceived : MessageReceived
{
    /// <summary>Creates an event, for tests.</summary>
    public ContactsReceived()
    {
    }

    [SetsRequiredMembers]
    internal ContactsReceived(scoped in MessageParts parts, JsonTree json)
        : base(parts)
    {
        Contacts = ValueList<SharedContact>.Of([.. json.Elements.Where(one => one.IsObject).Select(SharedContact.Read)]);
    }

    /// <summary>The cards that could be read.</summary>
    public required IReadOnlyList<SharedContact> Contacts { get; init; }
}
