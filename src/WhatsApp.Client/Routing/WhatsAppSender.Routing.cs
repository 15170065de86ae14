namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    /// <summary>
    /// Passes, releases or takes a conversation that several apps of one number share. Who does not own it gets its messages as <c>standby</c> and error
    /// 131070 on a send.
    /// </summary>
    /// <param name="action">What to do.</param>
    /// <param name="person">Whose conversation; no group.</param>
    /// <param name="targetRole">Whom to pass it to; null otherwise.</param>
    /// <param name="metadata">A note for the next owner, at most 2,000 characters; null for none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ArgumentException">The person is a group, or the note is too long.</exception>
    public Task ControlThreadAsync(
        ThreadAction action, Recipient person, string? targetRole = null, string? metadata = null, CancellationToken cancellationToken = default)
    {
        if (metadata is { Length: > 2000 })
            throw new ArgumentException("A note has at most 2,000 characters.", nameof(metadata));
        var body = GraphBody.Product(json =>
        {
            json.WriteString("action"u8, action switch { ThreadAction.Pass => "pass"u8, ThreadAction.Release => "release"u8, _ => "take"u8 });
            json.WritePerson(person);
            if (targetRole is not null)
            {
                json.WriteStartObject("control_pass"u8);
                json.WriteText("target_role"u8, targetRole);
                json.WriteEndObject();
            }

            json.WriteOptionalText("metadata"u8, metadata);
        });
        return DoAsync(GraphCall.PostOnce("thread.control", $"{NumberSegment}/thread_control", body), cancellationToken);
    }
}
