using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Search;

namespace ShopBot.Storage.Testing;

/// <summary>A provider under test: empty when made, gone when disposed. The facts show what the contracts do not.</summary>
public abstract class StorageHarness : IAsyncDisposable
{
    public abstract ILaneStore Lanes { get; }

    public abstract IConversationReader Reader { get; }

    public abstract IErasure Erasure { get; }

    public abstract IStoreDirectory Stores { get; }

    public abstract ICredentialStore Credentials { get; }

    public abstract ITicketStore Tickets { get; }

    public abstract IKeyStore Keys { get; }

    public abstract IProductIndex Products { get; }

    public abstract IExportStore Exports { get; }

    public abstract IStorageLifecycle Lifecycle { get; }

    /// <summary>How many schedules the simulation runs; raise it for a provider that is quick.</summary>
    public virtual int SimulationSeeds => Environment.GetEnvironmentVariable("SHOPBOT_LONG") == "1" ? 1000 : 20;

    /// <summary>An outbox row as it is stored; null when there is none.</summary>
    public abstract ValueTask<OutboxFacts?> FindOutboxAsync(StoreId store, Guid id);

    /// <summary>A dead letter as it is stored; null when there is none.</summary>
    public abstract ValueTask<ParkedFacts?> FindParkedAsync(LaneKey lane, long seq);

    /// <summary>How many rows the event log of a store has of one kind.</summary>
    public abstract ValueTask<int> CountEventsAsync(StoreId store, string kind);

    public abstract ValueTask DisposeAsync();
}
