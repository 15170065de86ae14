using Shopify.Client.Auth;

namespace Shopify.Client.AspNetCore;

/// <summary>
/// Keeps states in this process. Anybody may begin an installation, so the number is limited: beyond it the states that end first give way.
/// </summary>
internal sealed class InMemoryInstallStateStore(TimeProvider time) : IShopifyInstallStateStore
{
    internal const int Capacity = 10_000;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ShopifyInstallState> _states = new(StringComparer.Ordinal);
    private readonly PriorityQueue<string, DateTimeOffset> _ends = new();

    public ValueTask SaveAsync(ShopifyInstallState state, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            while (_ends.TryPeek(out var first, out var end) && (end <= now || _ends.Count >= Capacity))
            {
                _ends.Dequeue();
                _states.Remove(first);
            }

            _states[state.StateHash] = state;
            _ends.Enqueue(state.StateHash, state.ExpiresAt);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<ShopifyInstallState?> TakeAsync(string stateHash, CancellationToken cancellationToken = default)
    {
        lock (_gate)
            return ValueTask.FromResult(_states.Remove(stateHash, out var state) ? state : null);
    }
}
