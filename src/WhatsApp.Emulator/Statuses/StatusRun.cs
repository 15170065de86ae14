namespace WhatsApp.Emulator;

/// <summary>Walks an accepted message through sent, delivered and read, or to failed, and tells the business of each step.</summary>
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
            cloud.Work.Run(stopping => WalkAsync(message, steps, stopping));
            return;
        }

        // A caller who gives up meanwhile changes nothing about the message: the walk goes on without an audience.
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cloud.Work.Run(async stopping =>
        {
            await StepAsync(message, steps[0], stopping).ConfigureAwait(false);
            first.SetResult();
            await WalkAsync(message, steps[1..], stopping).ConfigureAwait(false);
        });
        await first.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tells the business that messages were read, once the person has opened the chat.</summary>
    public void Read(IEnumerable<OutgoingMessage> messages)
    {
        foreach (var message in messages)
            cloud.Work.Run(stopping => ReportAsync(message, "read", stopping));
    }

    private List<string> Plan(OutgoingMessage message)
    {
        if (message.Failure is not null)
            return ["failed"];
        if (message.IsReaction)
            return ["sent"];
        List<string> steps = cloud.Statuses.SkipDelivered ? ["sent", "read"] : ["sent", "delivered", "read"];
        if (!message.Recipient.Phone!.ReadsAutomatically)
            steps.Remove("read");
        if (!cloud.Statuses.Shuffle)
            return steps;
        var order = steps.ToArray();
        lock (_lock)
            _random.Shuffle(order);
        return [.. order];
    }

    private async Task WalkAsync(OutgoingMessage message, List<string> steps, CancellationToken cancellationToken)
    {
        foreach (var step in steps)
        {
            if (cloud.Options.StatusDelay > TimeSpan.Zero)
                await Task.Delay(cloud.Options.StatusDelay, cloud.Time, cancellationToken).ConfigureAwait(false);
            await StepAsync(message, step, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task StepAsync(OutgoingMessage message, string status, CancellationToken cancellationToken)
    {
        var fresh = message.Failure is not null || message.Recipient.Phone!.ChatWith(message.Number).Progress(message, status);
        return fresh ? ReportAsync(message, status, cancellationToken) : Task.CompletedTask;
    }

    private async Task ReportAsync(OutgoingMessage message, string status, CancellationToken cancellationToken)
    {
        if (cloud.Statuses.Silent)
            return;
        var happening = StatusEvent.Of(message, status, cloud.Time.GetUtcNow(), IsPriced(message, status));
        var first = cloud.Sender.RaiseAsync(happening, cancellationToken);
        if (cloud.Statuses.Duplicate)
            await cloud.Sender.RaiseAsync(happening, cancellationToken).ConfigureAwait(false);
        await first.ConfigureAwait(false);
    }

    /// <summary>A price comes with sent and with one of delivered and read. Reactions are free and not counted.</summary>
    private bool IsPriced(OutgoingMessage message, string status) =>
        !message.IsReaction && (status is "sent" or "delivered" || (status == "read" && cloud.Statuses.SkipDelivered));
}
