using System.Collections.Concurrent;
using System.Threading.Channels;

namespace WhatsApp.Emulator;

/// <summary>Hands news to every open page and stream. One that falls far behind is cut off; it reconnects and loads everything anew.</summary>
internal sealed class LiveFeed
{
    private readonly ConcurrentDictionary<Subscription, byte> _listeners = new();

    public void Publish(PhoneNews news)
    {
        foreach (var (listener, _) in _listeners)
        {
            if (listener.Follows(news.Phone))
                listener.Offer(news);
        }
    }

    /// <summary>There is new traffic to look at; a page that has not looked yet is not told twice.</summary>
    public void PublishTraffic()
    {
        foreach (var (listener, _) in _listeners)
            listener.OfferTraffic();
    }

    /// <summary>Whether a person looks at this phone in the page: then messages are read when the chat is looked at, not by themselves.</summary>
    public bool IsWatched(EmulatedPhone phone)
    {
        foreach (var (listener, _) in _listeners)
        {
            if (listener.IsPage && listener.Follows(phone))
                return true;
        }

        return false;
    }

    /// <param name="phones">Whose news to hear.</param>
    /// <param name="isPage">Whether somebody looks at the phones, and hears of traffic too.</param>
    public Subscription Listen(IReadOnlyList<EmulatedPhone> phones, bool isPage)
    {
        var listener = new Subscription(phones, isPage, left => _listeners.TryRemove(left, out _));
        _listeners[listener] = 0;
        return listener;
    }

    internal sealed class Subscription(IReadOnlyList<EmulatedPhone> phones, bool isPage, Action<Subscription> leave) : IDisposable
    {
        private readonly Channel<PhoneNews?> _news =
            Channel.CreateBounded<PhoneNews?>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });

        private int _hasTraffic;

        public bool IsPage => isPage;

        /// <summary>Null stands for new traffic.</summary>
        public IAsyncEnumerable<PhoneNews?> ReadAllAsync(CancellationToken cancellationToken) => _news.Reader.ReadAllAsync(cancellationToken);

        public bool Follows(EmulatedPhone phone) => phones.Contains(phone);

        public void Offer(PhoneNews? news)
        {
            if (!_news.Writer.TryWrite(news))
                _news.Writer.TryComplete();
        }

        public void OfferTraffic()
        {
            if (isPage && Interlocked.Exchange(ref _hasTraffic, 1) == 0)
                Offer(null);
        }

        /// <summary>From here on new traffic is worth telling again.</summary>
        public void TrafficTold() => Volatile.Write(ref _hasTraffic, 0);

        public void Dispose() => leave(this);
    }
}
