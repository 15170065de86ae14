using System.Collections.Concurrent;
using System.Threading.Channels;

namespace WhatsApp.Emulator;

/// <summary>Hands news to every open phone page. A page that falls far behind is cut off; it reconnects and loads the chat anew.</summary>
internal sealed class PhoneFeed
{
    private readonly ConcurrentDictionary<Channel<PhoneNews>, byte> _listeners = new();

    public void Publish(PhoneNews news)
    {
        foreach (var (listener, _) in _listeners)
        {
            if (!listener.Writer.TryWrite(news))
                listener.Writer.TryComplete();
        }
    }

    public Subscription Listen()
    {
        var listener = Channel.CreateBounded<PhoneNews>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });
        _listeners[listener] = 0;
        return new Subscription(listener.Reader, () => _listeners.TryRemove(listener, out _));
    }

    internal sealed record Subscription(ChannelReader<PhoneNews> Reader, Action Leave) : IDisposable
    {
        public void Dispose() => Leave();
    }
}
