using System.Text.Json.Serialization.Metadata;

namespace ShopBot.Engine.Storage;

/// <summary>
/// A type that a shared cache may hold, with the way it is written as JSON. Packages register theirs as singletons, so that a cache that writes to another
/// process needs no reflection; what was not registered stays in this process.
/// </summary>
public abstract class CachedType
{
    private protected CachedType()
    {
    }

    /// <summary>Makes one.</summary>
    /// <typeparam name="T">What is cached.</typeparam>
    /// <param name="json">How it is written.</param>
    public static CachedType Of<T>(JsonTypeInfo<T> json) => new Typed<T>(json);

    /// <summary>Hands the type to code that is generic over it.</summary>
    /// <typeparam name="TResult">What that code returns.</typeparam>
    /// <param name="visitor">The code.</param>
    public abstract TResult Accept<TResult>(ICachedTypeVisitor<TResult> visitor);

    private sealed class Typed<T>(JsonTypeInfo<T> json) : CachedType
    {
        public override TResult Accept<TResult>(ICachedTypeVisitor<TResult> visitor) => visitor.Visit(json);
    }
}

/// <summary>Code that is generic over a <see cref="CachedType"/>.</summary>
/// <typeparam name="TResult">What it returns.</typeparam>
public interface ICachedTypeVisitor<out TResult>
{
    /// <summary>Called with the type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="json">How it is written.</param>
    TResult Visit<T>(JsonTypeInfo<T> json);
}
