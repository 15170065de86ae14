using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage.InMemory;

/// <summary>All storage contracts in one process's memory, under one lock. A call is a transaction because items are checked before they change anything.</summary>
internal sealed partial class InMemoryStorage : ILaneStore, IConversationReader, IErasure, IStoreDirectory, ICredentialStore, ITicketStore, IKeyStore, IStorageLifecycle
{
    private readonly Lock _lock = new();
    private readonly Dictionary<LaneKey, Lane> _lanes = [];
    private readonly Dictionary<(StoreId Store, Guid Id), OutboxEntry> _outbox = [];
    private readonly Dictionary<(StoreId Store, string EventKey), DateTimeOffset> _seen = [];
    private readonly Dictionary<(StoreId Store, Guid Id), EventRow> _events = [];

    public ValueTask InitializeAsync(DateTimeOffset now, CancellationToken cancellationToken = default) => PingAsync(cancellationToken);

    public ValueTask PingAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<bool>> RenewAsync(IReadOnlyList<RenewItem> items, CancellationToken cancellationToken = default) =>
        Run<IReadOnlyList<bool>>(() => [.. items.Select(item => Find(item.Lane)?.Renew(item.Fence, item.Until) ?? false)], cancellationToken);

    private ValueTask<T> Run<T>(Func<T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return ValueTask.FromResult(work());
        }
    }

    private Lane? Find(LaneKey key) => _lanes.GetValueOrDefault(key);

    private IReadOnlyList<CustomerAlias> AliasesOf(Lane lane) => _customers.Aliases(lane.Key.Store, _customers.Current(lane.Key.Store, lane.Key.Customer));

    private sealed record EventRow(LaneKey? Lane, string Kind, string Place, ReadOnlyMemory<byte> Payload, DateTimeOffset RecordedAt);
}
