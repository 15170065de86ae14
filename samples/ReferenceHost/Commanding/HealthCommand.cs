namespace ReferenceHost.Commanding;

/// <summary><c>health URL</c>: asks a running host how it is, for containers that have no other tool.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(4);

    public static async Task<int?> RunIfAskedAsync(string[] args)
    {
        if (args is not ["health", ..])
            return null;
        if (args is not [_, var address] || !Uri.TryCreate(address, UriKind.Absolute, out var url))
        {
            await Console.Error.WriteLineAsync("usage: health http://127.0.0.1:8080/health/ready");
            return 2;
        }

        try
        {
            using var client = new HttpClient { Timeout = Deadline };
            using var answer = await client.GetAsync(url);
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return 1;
        }
    }
}
