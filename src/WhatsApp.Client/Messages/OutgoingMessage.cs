using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A message to send, without recipient. A closed family: one record per kind, and <see cref="RawMessage"/> for anything the platform
/// accepts that has no record here yet.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages">messages</see>.
/// </summary>
public abstract record OutgoingMessage
{
    private protected OutgoingMessage()
    {
    }

    /// <summary>The platform's word for the kind, such as <c>text</c> or <c>interactive</c>.</summary>
    public abstract string Type { get; }

    /// <summary>
    /// Checks the documented limits, counting code points, and reports every fault at once. Empty when the message may be sent.
    /// Sending calls it unless <see cref="SendOptions.Validate"/> is off.
    /// </summary>
    public IReadOnlyList<MessageFault> Validate()
    {
        var checks = new MessageChecks();
        Check(checks);
        return checks.Faults;
    }

    /// <summary>The name of the kind only: the rest is what somebody wrote to somebody.</summary>
    public sealed override string ToString() => GetType().Name;

    private protected abstract void Check(MessageChecks checks);

    /// <summary>Writes the members <c>"type":…,"&lt;type&gt;":{…}</c> into the object the writer stands in.</summary>
    internal abstract void WriteMembers(Utf8JsonWriter writer);
}
