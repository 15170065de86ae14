namespace ShopBot.Engine.Storage.InMemory;

// One process: there is nobody to shout to.
internal sealed partial class InMemoryStorage
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
