using Shopify.Client;

namespace ShopBot.Shopify.Pacing;

/// <summary>The callers of one bucket in this process: interactive ones first, each kind in its order.</summary>
internal sealed class CostLine
{
    private readonly Lock _gate = new();
    private readonly List<Place> _places = [];
    private Place? _first;

    /// <returns>Null when the line is full.</returns>
    public Place? Join(ShopifyCostRequest request, int most)
    {
        lock (_gate)
        {
            if (_places.Count >= most && !request.IsRepeat)
                return null;
            var place = new Place(request.Priority, request.Order);
            var at = _places.FindLastIndex(other => !place.IsBefore(other)) + 1;
            _places.Insert(at, place);
            LetFirstGo();
            return place;
        }
    }

    public void Leave(Place place)
    {
        lock (_gate)
        {
            _places.Remove(place);
            if (ReferenceEquals(_first, place))
                _first = null;
            LetFirstGo();
        }
    }

    // Whoever was let go stays first until it leaves, also when somebody more urgent comes.
    private void LetFirstGo()
    {
        if (_first is not null || _places.Count == 0)
            return;
        _first = _places[0];
        _first.Go();
    }

    internal sealed class Place(ShopifyCallPriority priority, long order)
    {
        private readonly TaskCompletionSource _isFirst = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task IsFirst => _isFirst.Task;

        public bool IsBefore(Place other) => priority != other.Priority ? priority == ShopifyCallPriority.Interactive : order < other.Order;

        public void Go() => _isFirst.TrySetResult();

        private ShopifyCallPriority Priority => priority;

        private long Order => order;
    }
}
