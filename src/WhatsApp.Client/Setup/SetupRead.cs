namespace WhatsApp.Client;

/// <summary>One read of a set-up check: a value, a failure, or neither when there was nothing to read.</summary>
internal readonly record struct SetupRead<T>(string What, T? Value, WhatsAppException? Failure)
    where T : class
{
    /// <summary>Never throws for what the platform does; only the caller's own cancellation passes.</summary>
    public static async Task<SetupRead<T>> RunAsync(
        string what, Func<CancellationToken, Task<T>> read, CancellationToken deadline, CancellationToken cancellationToken)
    {
        try
        {
            return new SetupRead<T>(what, await read(deadline).ConfigureAwait(false), null);
        }
        catch (WhatsAppException failure)
        {
            return new SetupRead<T>(what, null, failure);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new SetupRead<T>(what, null, new WhatsAppUnavailableException("The set-up check ran out of time.", requestWasSent: true, exception));
        }
    }

    public static Task<SetupRead<T>> None { get; } = Task.FromResult(new SetupRead<T>("", null, null));
}
