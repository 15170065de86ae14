using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary><c>POST /{phone-number-id}/messages</c> and <c>/marketing_messages</c>: checks, limits, acceptance, and the statuses that follow.</summary>
internal sealed class MessagesEdge(EmulatedCloud cloud)
{
    private readonly LateChecks _late = new(cloud);

    public void Map(GraphRoutes routes)
    {
        routes.Numbers.Add("POST", "messages", Permission.Messaging, call => SendAsync(call, isMarketingApi: false));
        routes.Numbers.Add("POST", "marketing_messages", Permission.Messaging, call => SendAsync(call, isMarketingApi: true));
    }

    private async Task<GraphAnswer> SendAsync(GraphCall<EmulatedNumber> call, bool isMarketingApi)
    {
        var (body, number) = (Param.Body(call.Request), call.Node);
        if (body.NeedText("messaging_product", 100) != "whatsapp")
            throw new GraphException(GraphError.Unsupported("Param messaging_product must be one of {WHATSAPP}."));
        if (body.Find("status") is not null)
            return MarkRead.Apply(body, number, cloud);

        var recipient = Recipient.Read(body, number, cloud);
        var fault = cloud.Faults.Next(number, recipient.Phone);
        if (fault is { AfterAccepting: false } && await fault.PlayAsync(cloud, call.CancellationToken).ConfigureAwait(false) is { } played)
            return played;

        NumberRules.RequireCanSend(number, cloud);
        var message = Check(body, number, recipient, isMarketingApi);
        RequireLimits(number, recipient);
        var late = fault?.FailLater is { } code ? GraphError.Of(code, fault.Details) : await _late.FindAsync(body, message, isMarketingApi, call.CancellationToken).ConfigureAwait(false);
        var answer = await AcceptAsync(message with { Failure = late }, isMarketingApi, fault, call.CancellationToken).ConfigureAwait(false);
        return fault is { AfterAccepting: true } ? await fault.PlayAsync(cloud, call.CancellationToken).ConfigureAwait(false) ?? answer : answer;
    }

    private OutgoingMessage Check(Param body, EmulatedNumber number, Recipient recipient, bool isMarketingApi)
    {
        var type = body.FindText("type", 100) ?? "text";
        MessageRules.Check(body, type, recipient, number, cloud);
        var template = type == "template" ? TemplateRules.Check(body.NeedObject("template"), number, recipient, cloud) : null;
        MarketingRules.Check(body, type, template, number, isMarketingApi);
        RequireKnownContext(body, type, number, recipient);
        if (recipient.Phone is { } phone)
            RequireReachable(body, number, phone);
        return new OutgoingMessage(MessageIds.NewMessage(recipient.WaId ?? recipient.UserId ?? recipient.Input), number, recipient, type, body.Value)
        {
            BizOpaque = body.FindText("biz_opaque_callback_data", 512),
            IdentityHash = body.FindText("recipient_identity_key_hash", 200),
            Template = template,
            DirectTemplateId = DirectSendRules.TemplateId(body, type),
            SentAt = cloud.Time.GetUtcNow(),
            ExpiresAt = cloud.Time.GetUtcNow() + MessageLife.Of(body, template),
        };
    }

    private static void RequireReachable(Param body, EmulatedNumber number, EmulatedPhone phone)
    {
        if (number.Routing.OwnerOf(phone) is not null)
            throw new GraphException(GraphError.Of(131070, "Another app owns the thread with this user; take control first."));
        if (number.Blocks.Has(phone))
            throw new GraphException(GraphError.Of(130403, "The business has blocked this user."));
        if (body.FindText("recipient_identity_key_hash", 200) is { } hash && hash != phone.IdentityHash)
            throw new GraphException(GraphError.Of(137000, "The recipient's identity has changed since."));
    }

    private static void RequireKnownContext(Param body, string type, EmulatedNumber number, Recipient recipient)
    {
        if (body.FindObject("context") is not { } context)
            return;
        if (type == "reaction")
            throw new GraphException(GraphError.Invalid("Param context is not allowed for a reaction."));
        context.AllowOnly("message_id");
        var id = context.NeedText("message_id", 500);
        var known = recipient.Group is { } group
            ? group.Knows(id)
            : number.ChatOfMessage.TryGetValue(id, out var chat) && (recipient.Phone is null || chat.Phone == recipient.Phone);
        if (!known && !recipient.IsLost)
            throw new GraphException(GraphError.Invalid("Param context['message_id'] is not a message of this chat."));
    }

    private void RequireLimits(EmulatedNumber number, Recipient recipient)
    {
        // The pair is asked first, so that a pair over its limit does not use up the number's throughput.
        if (cloud.Options.PairInterval > TimeSpan.Zero && recipient.Phone is { } phone && !phone.ChatWith(number).Pair.TryTake())
            throw new GraphException(GraphError.Of(131056, "Too many messages were sent to this recipient in a short time."));
        if (!number.Throughput.TryTake())
            throw new GraphException(GraphError.Of(130429, "The number's message throughput has been reached."));
    }

    private async Task<GraphAnswer> AcceptAsync(OutgoingMessage message, bool isMarketingApi, Fault? fault, CancellationToken cancellationToken)
    {
        if (!message.Recipient.IsLost)
        {
            if (message.Failure is null && !message.IsReaction)
                message = Priced(message, isMarketingApi);
            message.Number.Waba.Traffic.Sent(message);
            message.Number.Trail.Add(message.Id);
            message.Recipient.Group?.Remember(message);
            if (message is { Failure: null, Recipient.Phone: { } phone })
            {
                var chat = phone.ChatWith(message.Number);
                if (!phone.HasBlocked(message.Number) && !phone.Holds(message))
                    chat.Receive(message);
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

    private OutgoingMessage Priced(OutgoingMessage message, bool isMarketingApi)
    {
        var chat = message.Recipient.Phone?.ChatWith(message.Number);
        chat?.Answered(cloud.Options.FreeEntryFor);
        var price = MessagePrice.Of(message, isMarketingApi, chat?.IsWindowOpen(LateChecks.Window) ?? false, chat?.IsFreeEntry ?? false, cloud.Time.GetUtcNow());
        return price.IsBillable && !message.Number.Waba.HasPaymentMethod
            ? message with { Failure = GraphError.Of(131042, "The account has no payment method.") }
            : message with { Price = price };
    }
}
