using System.Buffers;
using System.Numerics;
using System.Text.Json;
using Sending.Chain.Events.Storage;

namespace Sending.Chain.Wire;

/// <summary>Writes what <see cref="WireObject"/> reads.</summary>
internal static class WireWriting
{
    /// <summary>A JSON object as UTF-8.</summary>
    public static byte[] Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static void WriteHex(this Utf8JsonWriter writer, string name, ReadOnlySpan<byte> bytes) => writer.WriteString(name, Word.Hash(bytes));

    public static void WriteAmount(this Utf8JsonWriter writer, string name, BigInteger amount) => writer.WriteString(name, $"{amount}");

    public static void WriteHashes(this Utf8JsonWriter writer, string name, IEnumerable<byte[]> hashes)
    {
        writer.WriteStartArray(name);
        foreach (var hash in hashes)
        {
            writer.WriteStringValue(Word.Hash(hash));
        }

        writer.WriteEndArray();
    }

    public static void WriteList<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
