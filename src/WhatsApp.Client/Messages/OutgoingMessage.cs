using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A message to send, without recipient. The platform's kinds have one record each. For a kind that has none yet, derive a record of your
/// own from this one, or send its JSON as <see cref="RawMessage"/>.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages">messages</see>.
/// </summary>
public abstract record OutgoingMessage
{
    /// <summary>For a kind of message of your own.</summary>
    protected OutgoingMessage()
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
        List<MessageFault>? faults = null;
        Check(new MessageChecks(ref faults));
        return faults ?? (IReadOnlyList<MessageFault>)[];
    }

    /// <summary>
    /// What the platform may refuse, because its own pages disagree about the limit: the part, the limit every source allows, and the number
    /// found. Never stops a send. Usually empty.
    /// </summary>
    public IReadOnlyList<MessageFault> Warnings()
    {
        List<MessageFault>? warnings = null;
        Check(new MessageChecks(ref warnings, warnings: true));
        return warnings ?? (IReadOnlyList<MessageFault>)[];
    }

    /// <summary>The name of the kind only: the rest is what somebody wrote to somebody.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Reports every limit the message breaks. Does nothing unless overridden. It must not write anything and not throw.</summary>
    /// <param name="checks">Where faults go; valid during the call only.</param>
    protected virtual void Check(MessageChecks checks)
    {
    }

    /// <summary>
    /// Writes the members <c>"type":…,"&lt;type&gt;":{…}</c> into the object the writer stands in, and closes what it opens. The writer does
    /// not check the form of what is written.
    /// </summary>
    /// <param name="writer">Stands in the request's object, after the recipient.</param>
    protected abstract void WriteMembers(Utf8JsonWriter writer);

    internal void Collect(MessageChecks checks) => Check(checks);

    /// <exception cref="InvalidOperationException">A message left something open or closed too much.</exception>
    internal void Write(Utf8JsonWriter writer)
    {
        var depth = writer.CurrentDepth;
        WriteMembers(writer);
        if (writer.CurrentDepth != depth)
            throw new InvalidOperationException($"{GetType().Name}.WriteMembers must close every object and array it opens, and no other.");
    }
}
