using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <content>Calls, as far as signalling goes.</content>
public sealed partial class EmulatedPhone
{
    /// <summary>Calls a business, which opens the 24-hour window like a message. The business answers or ends the call through the API.</summary>
    /// <param name="to">The business.</param>
    /// <param name="cancellationToken">Stops waiting for the webhook.</param>
    /// <returns>The call id (<c>wacid.…</c>).</returns>
    public async Task<string> CallsAsync(EmulatedNumber to, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(to);
        var call = new EmulatedCall(MessageIds.NewCall(), to, this, false, _cloud.Time.GetUtcNow(), null);
        to.Calls.Add(call);
        ChatWith(to).Call();
        await CallEvents.ConnectAsync(call, "offer", "v=0\r\ns=emulated\r\n", _cloud, cancellationToken).ConfigureAwait(false);
        return call.Id;
    }

    /// <summary>Ends a call.</summary>
    /// <exception cref="InvalidOperationException">There is no such call.</exception>
    public Task HangsUpAsync(EmulatedNumber number, string callId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(number);
        var call = number.Calls.Find(callId) ?? throw new InvalidOperationException("There is no such call.");
        number.Calls.Remove(call);
        return CallEvents.TerminateAsync(call, _cloud, cancellationToken);
    }

    /// <summary>Answers a request for permission to call.</summary>
    /// <param name="to">The business.</param>
    /// <param name="isAccepted">Whether it may call.</param>
    /// <param name="isPermanent">For good instead of seven days.</param>
    /// <param name="request">The request, or null.</param>
    /// <param name="cancellationToken">Stops waiting for the webhook.</param>
    public Task<ChatMessage> PermitsCallsAsync(EmulatedNumber to, bool isAccepted, bool isPermanent = false, ChatMessage? request = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(to);
        var until = _cloud.Time.GetUtcNow().AddDays(7);
        var reply = new JsonObject { ["response"] = isAccepted ? "accept" : "reject", ["response_source"] = "user_action" };
        if (isAccepted)
        {
            to.Calls.Permit(this, isPermanent ? null : until);
            reply["is_permanent"] = isPermanent;
            if (!isPermanent)
                reply["expiration_timestamp"] = until.ToUnixTimeSeconds();
        }
        else
        {
            to.Calls.Refuse(this);
        }

        return ActAsync(to, "interactive", new JsonObject { ["type"] = "call_permission_reply", ["call_permission_reply"] = reply },
            message => message with { Text = isAccepted ? "Calls allowed" : "Calls declined" }, new InboundExtras { QuotedId = request?.Id }, cancellationToken);
    }
}
