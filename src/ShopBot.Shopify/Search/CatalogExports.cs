using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Tokens;
using ShopBot.Shopping.Search;
using Shopify.Client;
using Shopify.Client.Auth;

namespace ShopBot.Shopify.Search;

/// <summary>
/// Reads whole catalogues into the search index: asks Shopify for a bulk export, waits for it, reads its file. Each step is stored before the next one, so that any host goes on where
/// another one, or this one before a restart, left off; the record's version sees to it that one host works on a shop at a time.
/// </summary>
internal sealed partial class CatalogExports(
    IExportStore store, ProductSearch search, StoreRegistry stores, ShopifySessions sessions, ShopifyClient client, IOptions<ShopifyShopOptions> options, TimeProvider time,
    ILogger<CatalogExports> logger)
{
    private const int StoresAtOnce = 4;

    /// <summary>Clocks of hosts differ: what was seen shortly before the export began may have been seen after.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>Nobody else goes on with a shop before this has passed since the last step was stored.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan BusyPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);
    private static readonly TimeSpan NotConnectedPause = TimeSpan.FromDays(1);

    private TaskCompletionSource _told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits until there may be something to do, at most the time of the options.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAny(Volatile.Read(ref _told).Task, Task.Delay(options.Value.ExportCheckEvery, time, cancellationToken)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        Volatile.Write(ref _told, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    /// <summary>Has a catalogue read when that was never asked for.</summary>
    public async Task EnsureAsync(StoreId id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken).ConfigureAwait(false) is null)
            await RequestAsync(id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Has a catalogue read from the beginning, as after an installation. One that is being read is left alone.</summary>
    public async Task RequestAsync(StoreId id, CancellationToken cancellationToken)
    {
        var record = await store.FindAsync(id, cancellationToken).ConfigureAwait(false) ?? new ExportRecord { Store = id, DueAt = default };
        if (ExportProgress.Read(record.Progress) is { Phase: ExportPhase.Starting or ExportPhase.Running or ExportPhase.Reading, Failures: 0 })
            return;
        // Whoever wrote in between has begun it, or asked for it too.
        await store.SaveAsync(record with { Progress = new ExportProgress().ToBytes(), DueAt = time.GetUtcNow() }, cancellationToken).ConfigureAwait(false);
        Tell();
    }

    /// <summary>Shopify says that an operation has ended: look at it now.</summary>
    public async Task FinishedAsync(StoreId id, string operationId, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } record
            && ExportProgress.Read(record.Progress) is { Phase: ExportPhase.Running } progress && progress.OperationId == operationId)
        {
            await store.SaveAsync(record with { DueAt = time.GetUtcNow() }, cancellationToken).ConfigureAwait(false);
            Tell();
        }
    }

    /// <summary>Goes on with every shop that is due.</summary>
    public async Task RunDueAsync(CancellationToken cancellationToken)
    {
        var due = await store.FindDueAsync(time.GetUtcNow(), StoresAtOnce * 4, cancellationToken).ConfigureAwait(false);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = StoresAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(due, parallel, async (record, token) => await GoOnAsync(record, token).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private async Task GoOnAsync(ExportRecord record, CancellationToken cancellationToken)
    {
        var run = new ExportRun(store, record, time);
        try
        {
            // From here on it is this host's.
            if (await run.SaveAsync(run.Progress, Lease, cancellationToken).ConfigureAwait(false))
                await StepsAsync(run, cancellationToken).ConfigureAwait(false);
        }
        catch (ShopNotConnectedException)
        {
            await run.SaveAsync(new ExportProgress(), NotConnectedPause, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, record.Store, run.Progress.Phase, failure);
            await FailAsync(run, run.Progress, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task StepsAsync(ExportRun run, CancellationToken cancellationToken)
    {
        var admin = client.Admin(await sessions.GetAsync(run.Store, cancellationToken).ConfigureAwait(false), ShopifyCallPriority.Background);
        for (var goesOn = true; goesOn;)
        {
            goesOn = run.Progress.Phase switch
            {
                ExportPhase.Starting => await FindStartedAsync(run, admin, cancellationToken).ConfigureAwait(false),
                ExportPhase.Running => await LookAsync(run, admin, cancellationToken).ConfigureAwait(false),
                ExportPhase.Reading => await ReadAsync(run, admin, cancellationToken).ConfigureAwait(false),
                _ => await StartAsync(run, admin, cancellationToken).ConfigureAwait(false),
            };
        }
    }

    private async Task<bool> StartAsync(ExportRun run, ShopifyAdmin admin, CancellationToken cancellationToken)
    {
        var starting = run.Progress.Anew() with { Phase = ExportPhase.Starting, Began = time.GetUtcNow() };
        if (!await run.SaveAsync(starting, Lease, cancellationToken).ConfigureAwait(false))
            return false;
        var isTranslated = !starting.WithoutTranslations && await MayTranslateAsync(run.Store, cancellationToken).ConfigureAwait(false);
        var query = isTranslated ? ExportQuery.WithTranslations : ExportQuery.Plain;
        var result = await admin.RunBulkQueryAsync(query, groupObjects: true, cancellationToken).ConfigureAwait(false);
        if (result.Operation is { } operation)
        {
            await run.SaveAsync(starting with { Phase = ExportPhase.Running, OperationId = operation.Id }, options.Value.ExportCheckEvery, cancellationToken).ConfigureAwait(false);
            return false;
        }

        if (result.IsBusy)
        {
            await run.SaveAsync(starting.Anew(), BusyPause, cancellationToken).ConfigureAwait(false);
            return false;
        }

        Log.Refused(logger, run.Store, result.UserErrors.Count > 0 ? result.UserErrors[0].Message : "no reason");
        await FailAsync(run, starting.Anew() with { WithoutTranslations = isTranslated }, cancellationToken).ConfigureAwait(false);
        return false;
    }

    private async Task<bool> MayTranslateAsync(StoreId id, CancellationToken cancellationToken) =>
        await stores.FindAsync(id, cancellationToken).ConfigureAwait(false) is { Shopify.Scope: { } scope } && ShopifyScopes.Expand(ShopifyScopes.Parse(scope)).Contains("read_translations");

    /// <summary>The answer to the start was lost, or the host died before it was stored.</summary>
    private static async Task<bool> FindStartedAsync(ExportRun run, ShopifyAdmin admin, CancellationToken cancellationToken)
    {
        var recent = await admin.GetBulkOperationsAsync(50, null, cancellationToken).ConfigureAwait(false);
        var ours = recent.Items.FirstOrDefault(operation =>
            (operation.Query == ExportQuery.Plain || operation.Query == ExportQuery.WithTranslations) && operation.CreatedAt >= run.Progress.Began - ClockSkew && (operation.Status.IsOpen || operation.Status == BulkOperationStatus.Completed));
        return await run.SaveAsync(
            ours is null ? run.Progress.Anew() : run.Progress with { Phase = ExportPhase.Running, OperationId = ours.Id }, Lease, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<bool> LookAsync(ExportRun run, ShopifyAdmin admin, CancellationToken cancellationToken)
    {
        var operation = await admin.GetBulkOperationAsync(run.Progress.OperationId!, cancellationToken).ConfigureAwait(false);
        if (operation is { Status.IsOpen: true })
        {
            // The webhook is quicker; without one a long export is asked for less and less often.
            var age = time.GetUtcNow() - run.Progress.Began!.Value;
            await run.SaveAsync(run.Progress, Longer(age / 10, options.Value.ExportCheckEvery, BusyPause), cancellationToken).ConfigureAwait(false);
            return false;
        }

        if (operation?.Status == BulkOperationStatus.Completed)
            return await run.SaveAsync(run.Progress with { Phase = ExportPhase.Reading, Offset = 0, Products = 0 }, Lease, cancellationToken).ConfigureAwait(false);
        Log.Ended(logger, run.Store, operation?.Status.Value ?? "lost", operation?.ErrorCode?.Value);
        var isDenied = operation?.ErrorCode == BulkOperationErrorCode.AccessDenied && operation.Query == ExportQuery.WithTranslations;
        await FailAsync(run, run.Progress.Anew() with { WithoutTranslations = run.Progress.WithoutTranslations || isDenied }, cancellationToken).ConfigureAwait(false);
        return false;
    }

    private async Task<bool> ReadAsync(ExportRun run, ShopifyAdmin admin, CancellationToken cancellationToken)
    {
        // Addresses end; each reading asks for a fresh one.
        var operation = await admin.GetBulkOperationAsync(run.Progress.OperationId!, cancellationToken).ConfigureAwait(false);
        if (operation?.Status != BulkOperationStatus.Completed)
            return await run.SaveAsync(run.Progress.Anew(), Lease, cancellationToken).ConfigureAwait(false);
        if (operation.Url is { } url && !await ReadFileAsync(run, admin, url, cancellationToken).ConfigureAwait(false))
            return false;
        var now = time.GetUtcNow();
        var gone = await search.CompleteAsync(run.Store, run.Progress.Began!.Value - ClockSkew, now, cancellationToken).ConfigureAwait(false);
        Log.Done(logger, run.Store, run.Progress.Products, gone);
        await run.SaveAsync(new ExportProgress { Phase = ExportPhase.Done, Products = run.Progress.Products }, options.Value.CatalogExportEvery, cancellationToken).ConfigureAwait(false);
        return false;
    }

    /// <returns>False when another host has taken over.</returns>
    private async Task<bool> ReadFileAsync(ExportRun run, ShopifyAdmin admin, string url, CancellationToken cancellationToken)
    {
        var batch = new List<SearchableProduct>(options.Value.ExportBatch);
        var offset = run.Progress.Offset;
        await foreach (var line in admin.ReadBulkFileAsync(url, offset, cancellationToken).ConfigureAwait(false))
        {
            if (SearchMapping.ToProduct(line, Latest(time.GetUtcNow(), run.Progress.Began!.Value)) is { } product)
                batch.Add(product);
            offset = line.NextOffset;
            if (batch.Count >= options.Value.ExportBatch && !await StoreAsync(run, batch, offset, cancellationToken).ConfigureAwait(false))
                return false;
        }

        return await StoreAsync(run, batch, offset, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The products first: when the host dies in between, they are put once more, which changes nothing.</summary>
    private async Task<bool> StoreAsync(ExportRun run, List<SearchableProduct> batch, long offset, CancellationToken cancellationToken)
    {
        // A product can stand in a file twice when it was changed meanwhile.
        await search.PutAsync(run.Store, [.. batch.GroupBy(product => product.ProductId).Select(same => same.Last())], cancellationToken).ConfigureAwait(false);
        var saved = await run.SaveAsync(
            run.Progress with { Offset = offset, Products = run.Progress.Products + batch.Count, Failures = 0 }, Lease, cancellationToken).ConfigureAwait(false);
        batch.Clear();
        return saved;
    }

    private async Task FailAsync(ExportRun run, ExportProgress progress, CancellationToken cancellationToken)
    {
        var failures = Math.Min(progress.Failures + 1, 20);
        var pause = Longer(TimeSpan.FromSeconds(Math.Pow(2, failures)) * 5, options.Value.ExportCheckEvery, LongestPause);
        await run.SaveAsync(progress with { Failures = failures }, pause, cancellationToken).ConfigureAwait(false);
    }

    private void Tell() => Volatile.Read(ref _told).TrySetResult();

    private static DateTimeOffset Latest(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static TimeSpan Longer(TimeSpan pause, TimeSpan least, TimeSpan most) => pause > most ? most : pause < least ? least : pause;

    private static partial class Log
    {
        [LoggerMessage(EventId = 2501, Level = LogLevel.Information, Message = "The catalogue of store {Store} was read for search: {Products} products, {Gone} gone.")]
        public static partial void Done(ILogger logger, StoreId store, int products, int gone);

        [LoggerMessage(EventId = 2502, Level = LogLevel.Warning, Message = "Reading the catalogue of store {Store} failed ({Phase}); it goes on later.")]
        public static partial void Failed(ILogger logger, StoreId store, ExportPhase phase, Exception exception);

        [LoggerMessage(EventId = 2503, Level = LogLevel.Warning, Message = "Shopify refused to export the catalogue of store {Store}: {Reason}")]
        public static partial void Refused(ILogger logger, StoreId store, string reason);

        [LoggerMessage(EventId = 2504, Level = LogLevel.Warning, Message = "The export of the catalogue of store {Store} ended as {Status} ({ErrorCode}); it is begun anew later.")]
        public static partial void Ended(ILogger logger, StoreId store, string status, string? errorCode);
    }
}
