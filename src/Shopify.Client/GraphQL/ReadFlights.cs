namespace Shopify.Client;

/// <summary>
/// Identical reads at the same time become one call. Identical means the same shop, API, token, document, variables and priority, with no
/// mutation of that shop ended in between. A caller who leaves ends only his own waiting; the last one ends the call.
/// </summary>
internal sealed class ReadFlights
{
    private readonly Lock _gate = new();
    private readonly Dictionary<FlightKey, Flight> _flights = [];

    /// <param name="key">What makes reads identical.</param>
    /// <param name="send">Makes the call; its token ends when the last caller has left.</param>
    /// <param name="cancellationToken">Ends the waiting of this caller.</param>
    /// <returns>The answer, whose body this caller releases, and whether another caller's call gave it.</returns>
    public async Task<(SentAnswer Answer, bool IsShared)> JoinAsync(
        FlightKey key, Func<CancellationToken, Task<SentAnswer>> send, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Flight? flight;
        bool isShared;
        lock (_gate)
        {
            isShared = _flights.TryGetValue(key, out flight);
            if (!isShared)
                _flights.Add(key, flight = new Flight());
            flight!.Callers++;
        }

        if (!isShared)
            _ = FlyAsync(key, flight, send);
        try
        {
            return (await flight.Answer.Task.WaitAsync(cancellationToken).ConfigureAwait(false), isShared);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Leave(key, flight);
            throw;
        }
    }

    private async Task FlyAsync(FlightKey key, Flight flight, Func<CancellationToken, Task<SentAnswer>> send)
    {
        try
        {
            var answer = await send(flight.Landing.Token).ConfigureAwait(false);
            var callers = Land(key, flight, answer);
            if (callers == 0)
                answer.Body.Release();
            flight.Answer.TrySetResult(answer);
        }
#pragma warning disable CA1031 // Whatever it is, every caller gets it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Land(key, flight, null);
            flight.Answer.TrySetException(failure);
            // Nobody may be left to look at it.
            _ = flight.Answer.Task.Exception;
        }
        finally
        {
            flight.Landing.Dispose();
        }
    }

    private int Land(FlightKey key, Flight flight, SentAnswer? answer)
    {
        lock (_gate)
        {
            Forget(key, flight);
            flight.Landed = answer;
            flight.HasLanded = true;
            answer?.Body.ShareAmong(Math.Max(1, flight.Callers));
            return flight.Callers;
        }
    }

    private void Leave(FlightKey key, Flight flight)
    {
        var isLast = false;
        lock (_gate)
        {
            if (flight.HasLanded)
            {
                flight.Landed?.Body.Release();
                return;
            }

            if (--flight.Callers == 0)
            {
                Forget(key, flight);
                isLast = true;
            }
        }

        if (isLast)
            flight.Cancel();
    }

    private void Forget(FlightKey key, Flight flight)
    {
        if (_flights.TryGetValue(key, out var current) && ReferenceEquals(current, flight))
            _flights.Remove(key);
    }

    private sealed class Flight
    {
        public TaskCompletionSource<SentAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationTokenSource Landing { get; } = new();

        public int Callers { get; set; }

        public bool HasLanded { get; set; }

        public SentAnswer? Landed { get; set; }

        public void Cancel()
        {
            try
            {
                Landing.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It landed at this very moment.
            }
        }
    }
}
