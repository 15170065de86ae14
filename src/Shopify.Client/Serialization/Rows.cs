namespace Shopify.Client;

/// <summary>Collects the few rows of an answer and hands out an array of exactly their number; the first eight need no array of their own.</summary>
internal ref struct Rows<T>
    where T : class
{
    private FirstRows _first;
    private List<T>? _more;
    private int _count;

    public void Add(T row)
    {
        if (_more is not null)
        {
            _more.Add(row);
        }
        else if (_count < FirstRows.Length)
        {
            _first[_count++] = row;
        }
        else
        {
            _more = new List<T>(4 * FirstRows.Length);
            _more.AddRange((ReadOnlySpan<T>)_first);
            _more.Add(row);
        }
    }

    public readonly IReadOnlyList<T> ToList()
    {
        if (_more is not null)
            return _more;
        if (_count == 0)
            return [];
        var rows = new T[_count];
        ((ReadOnlySpan<T>)_first)[.._count].CopyTo(rows);
        return rows;
    }

    [System.Runtime.CompilerServices.InlineArray(Length)]
    private struct FirstRows
    {
        public const int Length = 8;
        private T _row;
    }
}
