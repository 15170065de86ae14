using System.Text.Json;

namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    /// <summary>
    /// Calls a person who permitted it. Their phone rings; the answer comes as a <c>calls</c> webhook with an SDP answer.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/calling">calling</see>.
    /// </summary>
    /// <param name="person">Whom; no group.</param>
    /// <param name="offer">The SDP offer of this side.</param>
    /// <param name="callbackData">Comes back with the call's webhooks; null for none.</param>
    /// <param name="cancellationToken">Stops waiting. The call may ring all the same.</param>
    /// <returns>The call's id, <c>wacid.…</c>.</returns>
    public Task<string> StartCallAsync(Recipient person, string offer, string? callbackData = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(offer);
        var body = GraphBody.Product(json =>
        {
            json.WritePerson(person);
            json.WriteString("action"u8, "connect"u8);
            WriteSession(json, "offer"u8, offer);
            json.WriteOptionalText("biz_opaque_callback_data"u8, callbackData);
        });
        return ReadAsync(
            GraphCall.PostOnce("calls.connect", $"{NumberSegment}/calls", body),
            static answer => answer.First("calls").Text("id") ?? throw Without("a call", "its id"),
            cancellationToken);
    }

    /// <summary>Prepares the connection of a call that came in before it is accepted, so that no sound is lost.</summary>
    /// <param name="callId">The call.</param>
    /// <param name="answer">The SDP answer of this side.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task PreAcceptCallAsync(string callId, string answer, CancellationToken cancellationToken = default) =>
        AnswerCallAsync("pre_accept", callId, answer, callbackData: null, cancellationToken);

    /// <summary>Accepts a call that came in.</summary>
    /// <param name="callId">The call.</param>
    /// <param name="answer">The SDP answer of this side.</param>
    /// <param name="callbackData">Comes back with the call's webhooks; null for none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task AcceptCallAsync(string callId, string answer, string? callbackData = null, CancellationToken cancellationToken = default) =>
        AnswerCallAsync("accept", callId, answer, callbackData, cancellationToken);

    /// <summary>Refuses a call that came in.</summary>
    /// <param name="callId">The call.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task RejectCallAsync(string callId, CancellationToken cancellationToken = default) =>
        AnswerCallAsync("reject", callId, answer: null, callbackData: null, cancellationToken);

    /// <summary>Ends a call.</summary>
    /// <param name="callId">The call.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task TerminateCallAsync(string callId, CancellationToken cancellationToken = default) =>
        AnswerCallAsync("terminate", callId, answer: null, callbackData: null, cancellationToken);

    /// <summary>Whether a person may be called, or asked for permission, and how often.</summary>
    /// <param name="person">Whom; no group.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<CallPermissions> GetCallPermissionsAsync(Recipient person, CancellationToken cancellationToken = default)
    {
        var query = person switch
        {
            Recipient.User user => $"recipient={Uri.EscapeDataString(user.UserId)}",
            Recipient.Phone phone => $"user_wa_id={phone.Number.TrimStart('+')}",
            _ => throw new ArgumentException("A person is needed, no group.", nameof(person)),
        };
        return ReadAsync(GraphCall.Get("calls.permissions", $"{NumberSegment}/call_permissions?{query}"), CallPermissions.Read, cancellationToken);
    }

    private Task AnswerCallAsync(string action, string callId, string? answer, string? callbackData, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(callId);
        var body = GraphBody.Product(json =>
        {
            json.WriteText("call_id"u8, callId);
            json.WriteText("action"u8, action);
            if (answer is not null)
                WriteSession(json, "answer"u8, answer);
            json.WriteOptionalText("biz_opaque_callback_data"u8, callbackData);
        });
        return DoAsync(GraphCall.PostOnce($"calls.{action}", $"{NumberSegment}/calls", body), cancellationToken);
    }

    private static void WriteSession(Utf8JsonWriter writer, ReadOnlySpan<byte> type, string sdp)
    {
        writer.WriteStartObject("session"u8);
        writer.WriteString("sdp_type"u8, type);
        writer.WriteText("sdp"u8, sdp);
        writer.WriteEndObject();
    }
}
