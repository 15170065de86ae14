using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Storage.InMemory;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Search;
using ShopBot.Storage.Testing;

namespace ShopBot.Storage.InMemory.Tests;

internal sealed class InMemoryHarness : StorageHarness
{
    private readonly ServiceProvider _services = new ServiceCollection().AddShopBotInMemory().AddShopBotInMemorySearch().BuildServiceProvider();

    private InMemoryHarness()
    {
    }

    public override ILaneStore Lanes => _services.GetRequiredService<ILaneStore>();

    public override int SimulationSeeds => Environment.GetEnvironmentVariable("SHOPBOT_LONG") == "1" ? 100_000 : 3000;

    public override IConversationReader Reader => _services.GetRequiredService<IConversationReader>();

    public override IErasure Erasure => _services.GetRequiredService<IErasure>();

    public override IStoreDirectory Stores => _services.GetRequiredService<IStoreDirectory>();

    public override ICredentialStore Credentials => _services.GetRequiredService<ICredentialStore>();

    public override ITicketStore Tickets => _services.GetRequiredService<ITicketStore>();

    public override IKeyStore Keys => _services.GetRequiredService<IKeyStore>();

    public override IProductIndex Products => _services.GetRequiredService<IProductIndex>();

    public override IExportStore Exports => _services.GetRequiredService<IExportStore>();

    public override IStorageLifecycle Lifecycle => _services.GetRequiredService<IStorageLifecycle>();

    public static StorageHarness Open() => new InMemoryHarness();

    public override ValueTask<OutboxFacts?> FindOutboxAsync(StoreId store, Guid id) =>
        ValueTask.FromResult(Storage.FindOutbox(store, id) is { } row
            ? new OutboxFacts(row.State.ToString(), row.MessageRef, Sample.Text(row.MessageId), row.Delivery, row.ErrorCode)
            : null);

    public override ValueTask<ParkedFacts?> FindParkedAsync(LaneKey lane, long seq) =>
        ValueTask.FromResult(Storage.FindParked(lane, seq) is { } parked
            ? new ParkedFacts(parked.Event.EventKey, parked.Cause, parked.Event.Attempts)
            : null);

    public override ValueTask<int> CountEventsAsync(StoreId store, string kind) => ValueTask.FromResult(Storage.CountEvents(store, kind));

    public override ValueTask DisposeAsync() => _services.DisposeAsync();

    private InMemoryStorage Storage => _services.GetRequiredService<InMemoryStorage>();
}
