namespace WhatsApp.Emulator;

/// <summary>Walks an accepted message through sent, delivered, read and played, or to failed, and tells the business of each step.</summary>
internal sealed class StatusRun(EmulatedCloud cloud)
{
    private readonly Lock _lock = new();
    private readonly Random _random = new(cloud.Options.Seed);

    /// <summary>Starts the walk; returns after the first status only when the switches ask for that.</summary>
    public async Task StartAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var steps = Plan(message);
        if (!cloud.Statuses.BeforeAnswer)
        {
            cloud.Work.Run(stopping => WalkAsync(message, steps, 0, stopping));
            return;
        }

        // A caller who gives up meanwhile changes nothing about the message: the walk goes on without an audience.
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cloud.Work.Run(async stopping =>
        {
            await StepAsync(message, steps[0], stopping).ConfigureAwait(false);
            first.SetResult();
            await WalkAsync(message, steps, 1, stopping).ConfigureAwait(false);
        });
        await first.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The phone is switched on again: a message held back arrives, unless its time is over.</summary>
    public void Arrive(OutgoingMessage message)
    {
        if (message.ExpiresAt <= cloud.Time.GetUtcNow())
            return;
        message.Recipient.Phone!.ChatWith(message.Number).Receive(message);
        string[] steps = [.. Plan(message).Where(step => step != "sent")];
        cloud.Work.Run(stopping => WalkAsync(message, steps, 0, stopping));
    }

    /// <summary>Tells the business that messages were read, once the person has opened the chat.</summary>
    public void Read(IEnumerable<OutgoingMessage> messages)
    {
        foreach (var message in messages.Where(message => message.Recipient.Phone!.HasReadReceipts))
            cloud.Work.Run(stopping => ReportAsync(message, "read", null, stopping));
    }

    private string[] Plan(OutgoingMessage message)
    {
        if (message.Failure is not null)
            return ["failed"];
        if (message.IsReaction)
            return ["sent"];
        string[] steps = message.Recipient.Group is not null ? ["sent", "delivered", "read"] : PlanFor(message, message.Recipient.Phone!);
        if (!cloud.Statuses.Shuffle)
            return steps;
        lock (_lock)
            _random.Shuffle(steps);
        return steps;
    }

    private string[] PlanFor(OutgoingMessage message, EmulatedPhone phone)
    {
        if (!phone.IsOnline || phone.HasBlocked(message.Number))
            return ["sent"];
        var isRead = phone is { ReadsAutomatically: true, HasReadReceipts: true } && !cloud.Feed.IsWatched(phone);
        return (cloud.Statuses.SkipDelivered, isRead) switch
        {
            (true, true) => ["sent", "read"],
            (true, false) => ["sent"],
            (false, false) => ["sent", "delivered"],
            _ => message.IsVoice ? ["sent", "delivered", "read", "played"] : ["sent", "delivered", "read"],
        };
    }

    private async Task WalkAsync(OutgoingMessage message, string[] steps, int from, CancellationToken cancellationToken)
    {
        for (var i = from; i < steps.Length; i++)
        {
            await cloud.StatusDelay.WaitAsync().ConfigureAwait(false);
            var step = StepAsync(message, steps[i], cancellationToken);

            // Where webhooks gather, waiting for one to arrive would only keep the next from the same POST.
            if (cloud.Options.WebhookBatchWindow <= TimeSpan.Zero)
                await step.ConfigureAwait(false);
        }
    }

    private Task StepAsync(OutgoingMessage message, string status, CancellationToken cancellationToken)
    {
        if (message.Recipient.Group is { } group)
            return GroupStepAsync(message, status, group, cancellationToken);
        var fresh = message.Failure is not null || status == "played" || message.Recipient.Phone!.ChatWith(message.Number).Progress(message, status);
        return fresh ? ReportAsync(message, status, null, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>A group hears of sent once, and of the rest once per member.</summary>
    private Task GroupStepAsync(OutgoingMessage message, string status, EmulatedGroup group, CancellationToken cancellationToken)
    {
        if (status is "sent" or "failed")
            return ReportAsync(message, status, null, cancellationToken);
        return Task.WhenAll(group.Members.Where(member => status != "read" || member.HasReadReceipts).Select(member => ReportAsync(message, status, member, cancellationToken)));
    }

    private Task ReportAsync(OutgoingMessage message, string status, EmulatedPhone? member, CancellationToken cancellationToken)
    {
        if (cloud.Statuses.Silent)
            return Task.CompletedTask;
        var at = cloud.Time.GetUtcNow();
        message.Number.Waba.Traffic.Reported(message, status, at);
        message.Number.Trail.Report(message.Id, status, at);
        var happening = StatusEvent.Of(message, status, at, IsPriced(message, status), member, () => message.Number.Trail.Taken(message.Id, status));
        var first = cloud.Sender.RaiseAsync(happening, cancellationToken);
        return cloud.Statuses.Duplicate ? Task.WhenAll(first, cloud.Sender.RaiseAsync(happening, cancellationToken)) : first;
    }

    /// <summary>A price comes with sent and with one of delivered and read. Reactions are free and not counted.</summary>
    private bool IsPriced(OutgoingMessage message, string status) =>
        !message.IsReaction && (status is "sent" or "delivered" || (status == "read" && cloud.Statuses.SkipDelivered));
}
