using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Hosting;

/// <summary>The bus of a host that is alone: there is nobody to shout to.</summary>
internal sealed class SilentHostBus : IHostBus
{
    public void Publish(string topic, string message = "")
    {
    }

    public IDisposable Subscribe(string topic, Action<string> heard) => Silence.Instance;

    private sealed class Silence : IDisposable
    {
        public static readonly Silence Instance = new();

        public void Dispose()
        {
        }
    }
}
