namespace WhatsApp.Emulator;

/// <summary>
/// What is on its way to one callback of one app. Events go out at once and in parallel; while as many POSTs are under way as allowed, or
/// while the time to collect runs, further events gather in the next POST.
/// </summary>
internal sealed class WebhookLane(EmulatedCloud cloud, WebhookSender sender, EmulatedApp app)
{
    private readonly Lock _lock = new();
    private readonly Queue<WebhookBatch> _waiting = new();
    private WebhookBatch? _open;
    private int _underWay;

    /// <returns>The first attempt at the POST that carries the event.</returns>
    public Task<WebhookAttempt?> Add(WebhookEvent happening)
    {
        WebhookBatch batch;
        bool isNew;
        lock (_lock)
        {
            isNew = _open is null;
            batch = _open ??= Open();
            batch.Events.Add(happening);
            if (batch.Events.Count >= cloud.Options.WebhookMaxBatch)
                (batch.IsDue, _open) = (true, null);
        }

        if (isNew && !batch.IsDue)
            _ = CloseLaterAsync(batch);
        Pump();
        return batch.First;
    }

    /// <summary>Sends these events together whatever else is under way.</summary>
    public Task<WebhookAttempt?> AddTogether(IEnumerable<WebhookEvent> events)
    {
        var batch = new WebhookBatch { IsDue = true };
        batch.Events.AddRange(events);
        cloud.Work.Begin();
        lock (_lock)
            _underWay++;
        _ = SendAsync(batch);
        return batch.First;
    }

    private WebhookBatch Open()
    {
        var batch = new WebhookBatch { IsDue = cloud.Options.WebhookBatchWindow <= TimeSpan.Zero };
        _waiting.Enqueue(batch);
        cloud.Work.Begin();
        return batch;
    }

    private async Task CloseLaterAsync(WebhookBatch batch)
    {
        try
        {
            await Task.Delay(cloud.Options.WebhookBatchWindow, cloud.Time, cloud.Stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Stopping: the batch is dropped in Pump's last round.
        }

        lock (_lock)
            batch.IsDue = true;
        Pump();
    }

    private void Pump()
    {
        while (true)
        {
            WebhookBatch batch;
            lock (_lock)
            {
                if (_underWay >= cloud.Options.WebhookParallelism || !_waiting.TryPeek(out batch!) || !batch.IsDue)
                    return;
                _waiting.Dequeue();
                if (_open == batch)
                    _open = null;
                _underWay++;
            }

            _ = SendAsync(batch);
        }
    }

    private async Task SendAsync(WebhookBatch batch)
    {
        WebhookAttempt? attempt = null;
        try
        {
            attempt = await sender.DeliverAsync(app, batch.Events, cloud.Stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cloud.Stopping.IsCancellationRequested)
        {
        }
        finally
        {
            lock (_lock)
                _underWay--;
            batch.Finish(attempt);
            Pump();
            cloud.Work.End();
        }
    }
}
