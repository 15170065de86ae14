using System.Text.Json;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary><c>POST /{phone-number-id}/messages</c>: checks, limits, acceptance, and the statuses that follow.</summary>
internal sealed class MessagesEdge(EmulatedCloud cloud)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    public async Task<GraphAnswer> SendAsync(GraphRequest request, EmulatedNumber number, CancellationToken cancellationToken)
    {
        var body = Param.Body(request);
        if (body.NeedText("messaging_product", 100) != "whatsapp")
            throw new GraphException(GraphError.Unsupported("Param messaging_product must be one of {WHATSAPP}."));
        if (body.Find("status") is not null)
            return MarkRead.Apply(body, number, cloud);

        var recipient = Recipient.Read(body, number, cloud);
        var fault = cloud.Faults.Next(number, recipient.Phone);
        if (fault is { AfterAccepting: false })
            return await fault.PlayAsync(cancellationToken).ConfigureAwait(false);

        var message = Check(body, number, recipient, fault);
        RequireLimits(number, recipient);
        var answer = await AcceptAsync(message, fault, cancellationToken).ConfigureAwait(false);
        return fault is { Answer: not null } or { Hangs: true } ? await fault.PlayAsync(cancellationToken).ConfigureAwait(false) : answer;
    }

    private OutgoingMessage Check(Param body, EmulatedNumber number, Recipient recipient, Fault? fault)
    {
        var type = body.FindText("type", 100) ?? "text";
        MessageRules.Check(body, type, number, cloud);
        RequireKnownContext(body, type, number, recipient);
        var bizOpaque = body.FindText("biz_opaque_callback_data", 512);
        return new OutgoingMessage(MessageIds.NewMessage(recipient.WaId ?? recipient.UserId!), number, recipient, type, body.Value)
        {
            BizOpaque = bizOpaque,
            Failure = fault?.FailLater is { } code ? GraphError.Of(code) : LateFailure(body, type, number, recipient),
        };
    }

    private static void RequireKnownContext(Param body, string type, EmulatedNumber number, Recipient recipient)
    {
        if (type == "reaction" || body.FindObject("context") is not { } context)
            return;
        context.AllowOnly("message_id");
        var id = context.NeedText("message_id", 500);
        var known = number.ChatOfMessage.TryGetValue(id, out var chat) && (recipient.Phone is null || chat.Phone == recipient.Phone);
        if (!known && !recipient.IsLost)
            throw new GraphException(GraphError.Invalid("Param context['message_id'] is not a message of this chat."));
    }

    private GraphError? LateFailure(Param body, string type, EmulatedNumber number, Recipient recipient)
    {
        if (recipient.Phone is not { } phone)
            return GraphError.Of(131026, "The recipient is not a WhatsApp user or cannot receive this message.");
        var chat = phone.ChatWith(number);
        if (type != "template" && !chat.IsWindowOpen(Window))
        {
            var closed = GraphError.Of(131047, "More than 24 hours have passed since the recipient last wrote to this number.");
            return cloud.Options.RefuseOutsideWindow ? throw new GraphException(closed) : closed;
        }

        if (type == "reaction" && chat.Find(body.Value.GetProperty("reaction").GetProperty("message_id").GetString()!) is null)
            return GraphError.Invalid("Param reaction['message_id'] is not a message of this chat.");
        return MediaRules.LateFailure(body, type, cloud);
    }

    private void RequireLimits(EmulatedNumber number, Recipient recipient)
    {
        // The pair is asked first, so that a pair over its limit does not use up the number's throughput.
        if (cloud.Options.PairInterval > TimeSpan.Zero && recipient.Phone is { } phone && !phone.ChatWith(number).Pair.TryTake())
            throw new GraphException(GraphError.Of(131056, "Too many messages were sent to this recipient in a short time."));
        if (!number.Throughput.TryTake())
            throw new GraphException(GraphError.Of(130429, "The number's message throughput has been reached."));
    }

    private async Task<GraphAnswer> AcceptAsync(OutgoingMessage message, Fault? fault, CancellationToken cancellationToken)
    {
        if (!message.Recipient.IsLost)
        {
            if (message is { Failure: null, Recipient.Phone: { } phone })
            {
                if (message is { IsTemplate: false, IsReaction: false })
                    message = message with { IsFree = message.Number.FreeTier.TryUse(cloud.Time.GetUtcNow()) };
                phone.ChatWith(message.Number).Receive(message);
            }

            await cloud.StatusRuns.StartAsync(message, cancellationToken).ConfigureAwait(false);
        }

        var accepted = new JsonObject { ["id"] = message.Id };
        if (fault?.MessageStatus is { } held)
            accepted["message_status"] = held;
        else if (message.IsTemplate)
            accepted["message_status"] = "accepted";
        return GraphAnswer.Ok(new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["contacts"] = new JsonArray(message.Recipient.ToContact()),
            ["messages"] = new JsonArray(accepted),
        });
    }
}
