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
    /// <param name="isShared">Whether the call of another caller will give the answer.</param>
    /// <returns>
    /// The flight, for this caller to wait for. He either gets the answer and releases its body, or leaves the flight with <see cref="Leave"/>.
    /// </returns>
    public Flight Join(FlightKey key, Func<CancellationToken, Task<SentAnswer>> send, out bool isShared)
    {
        Flight? flight;
        lock (_gate)
        {
            isShared = _flights.TryGetValue(key, out flight);
            if (!isShared)
                _flights.Add(key, flight = new Flight(key));
            flight!.Callers++;
        }

        if (!isShared)
            _ = FlyAsync(flight, send);
        return flight;
    }

    /// <summary>A caller waits no longer; the last one to leave ends the call.</summary>
    public void Leave(Flight flight)
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
                Forget(flight);
                isLast = true;
            }
        }

        if (isLast)
            flight.Cancel();
    }

    private async Task FlyAsync(Flight flight, Func<CancellationToken, Task<SentAnswer>> send)
    {
        try
        {
            var answer = await send(flight.Landing.Token).ConfigureAwait(false);
            if (Land(flight, answer) == 0)
                answer.Body.Release();
            flight.Arrived(answer);
        }
#pragma warning disable CA1031 // Whatever it is, every caller gets it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Land(flight, null);
            flight.Failed(failure);
        }
        finally
        {
            flight.Landing.Dispose();
        }
    }

    private int Land(Flight flight, SentAnswer? answer)
    {
        lock (_gate)
        {
            Forget(flight);
            flight.Landed = answer;
            flight.HasLanded = true;
            answer?.Body.ShareAmong(Math.Max(1, flight.Callers));
            return flight.Callers;
        }
    }

    private void Forget(Flight flight)
    {
        if (_flights.TryGetValue(flight.Key, out var current) && ReferenceEquals(current, flight))
            _flights.Remove(flight.Key);
    }

    internal sealed class Flight(FlightKey key)
    {
        private readonly TaskCompletionSource<SentAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public FlightKey Key { get; } = key;

        public Task<SentAnswer> Answer => _answer.Task;

        public CancellationTokenSource Landing { get; } = new();

        public int Callers { get; set; }

        public bool HasLanded { get; set; }

        public SentAnswer? Landed { get; set; }

        public void Arrived(SentAnswer answer) => _answer.TrySetResult(answer);

        public void Failed(Exception failure)
        {
            _answer.TrySetException(failure);
            // Nobody may be left to look at it.
            _ = _answer.Task.Exception;
        }

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
