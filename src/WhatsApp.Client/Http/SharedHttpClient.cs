namespace WhatsApp.Client.Http;

/// <summary>
/// The factory's client, kept for a while instead of made for each call. It is given up often enough for the factory to renew its handlers, and never
/// disposed of, because calls may still be on their way; the handlers belong to the factory.
/// </summary>
internal sealed class SharedHttpClient(IHttpClientFactory factory, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);
    private Made? _made;

    public HttpClient Get()
    {
        var made = Volatile.Read(ref _made);
        if (made is null || time.GetElapsedTime(made.At) >= Lifetime)
            Volatile.Write(ref _made, made = new Made(factory.CreateClient(WhatsAppClient.HttpClientName), time.GetTimestamp()));
        return made.Client;
    }

    private sealed record Made(HttpClient Client, long At);
}
