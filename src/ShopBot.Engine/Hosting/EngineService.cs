using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Diagnostics;
using ShopBot.Engine.Security;
using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Hosting;

/// <summary>Brings the engine up before the host takes requests, drives claims and sweeps, and lets running turns end on the way down.</summary>
internal sealed partial class EngineService(
    IStorageLifecycle storage, LookupHasher hasher, ILaneStore lanes, TurnDispatcher dispatcher, EngineMetrics metrics,
    IOptions<ShopBotOptions> options, TimeProvider time, ILogger<EngineService> logger) : BackgroundService, IHostedLifecycleService
{
    private const int MaxSweepItems = 1000;
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(8);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await storage.InitializeAsync(time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        await hasher.InitializeAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await dispatcher.StopAsync(StopPatience, cancellationToken).ConfigureAwait(false);
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(dispatcher.RunLoopAsync(stoppingToken), SweepLoopAsync(stoppingToken));

    private async Task SweepLoopAsync(CancellationToken stoppingToken)
    {
        dispatcher.Wake();
        using var timer = new PeriodicTimer(options.Value.SweepInterval, time);
        do
        {
            try
            {
                await SweepAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.SweepFailed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task SweepAsync(CancellationToken stoppingToken)
    {
        await hasher.RefreshAsync(stoppingToken).ConfigureAwait(false);
        var request = new SweepRequest(time.GetUtcNow(), options.Value.Outbox.ReconcileAfter, options.Value.Retention, MaxSweepItems);
        var result = await lanes.SweepAsync(request, stoppingToken).ConfigureAwait(false);
        metrics.Swept(result.OldestWaiting is { } since ? request.Now - since : TimeSpan.Zero);
        if (result.SendsOrphaned + result.SendsReleased + result.SendsUncertain > 0)
            Log.Swept(logger, result.SendsOrphaned, result.SendsReleased, result.SendsUncertain);
        if (result.Due)
            dispatcher.Wake();
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1401, Level = LogLevel.Error, Message = "The safety sweep failed; it runs again shortly.")]
        public static partial void SweepFailed(ILogger logger, Exception exception);

        [LoggerMessage(EventId = 1402, Level = LogLevel.Warning, Message = "Sends of unknown outcome: {Orphaned} found, {Released} sent again, {Uncertain} left uncertain.")]
        public static partial void Swept(ILogger logger, int orphaned, int released, int uncertain);
    }
}
