using System.Collections;

namespace WhatsApp.Client.Serialization;

/// <summary>A read-only list that equals another with equal elements, so that records with lists compare by value.</summary>
internal sealed class ValueList<T>(IReadOnlyList<T> items) : IReadOnlyList<T>
{
    public static ValueList<T> Empty { get; } = new([]);

    public int Count => items.Count;

    public T this[int index] => items[index];

    public static ValueList<T> Of(IReadOnlyList<T> items) => items.Count == 0 ? Empty : new ValueList<T>(items);

    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override bool Equals(object? obj) => obj is ValueList<T> other && items.SequenceEqual(other);

    public override int GetHashCode() => items.Count;
}
