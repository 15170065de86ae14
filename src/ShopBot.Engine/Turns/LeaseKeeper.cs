using Microsoft.Extensions.Options;
using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Turns;

/// <summary>Renews the lease of a lane while its turn runs, and tells when it is lost.</summary>
internal sealed class LeaseKeeper(ILaneStore store, IOptions<ShopBotOptions> options, TimeProvider time)
{
    public KeptLease Keep(LaneWork work, CancellationToken stopping) => new(store, options.Value.Lease, time, work, stopping);

    internal sealed class KeptLease : IDisposable
    {
        private readonly ILaneStore _store;
        private readonly TimeSpan _length;
        private readonly TimeProvider _time;
        private readonly LaneWork _work;
        private readonly CancellationTokenSource _lost;
        private readonly ITimer _timer;

        public KeptLease(ILaneStore store, TimeSpan length, TimeProvider time, LaneWork work, CancellationToken stopping)
        {
            _store = store;
            _length = length;
            _time = time;
            _work = work;
            _lost = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            _timer = time.CreateTimer(_ => _ = RenewAsync(), null, length / 3, length / 3);
        }

        /// <summary>Signalled when another host may own the lane now, or this one stops.</summary>
        public CancellationToken Lost => _lost.Token;

        public void Dispose()
        {
            _timer.Dispose();
            _lost.Dispose();
        }

        private async Task RenewAsync()
        {
            try
            {
                var kept = await _store.RenewAsync([new RenewItem(_work.Lane, _work.Fence, _time.GetUtcNow() + _length)], _lost.Token).ConfigureAwait(false);
                if (!kept[0])
                    await _lost.CancelAsync().ConfigureAwait(false);
            }
            catch (Exception)
            {
                // Not renewed this time: either the next attempt is, or the fence refuses the commit.
            }
        }
    }
}
