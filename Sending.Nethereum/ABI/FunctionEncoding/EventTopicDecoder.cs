using System.Buffers;
using Nethereum.ABI.Model;
using Nethereum.Hex.HexConvertors.Extensions;

namespace Nethereum.ABI.FunctionEncoding;

/// <summary>
/// Decodes logs: indexed parameters from the topics, the others from the data. Of an indexed string, bytes, array or struct the log holds only
/// the hash: a string property gets it as hex, a byte array as it is, any other property is left as it was; without a class it is given as hex.
/// </summary>
public class EventTopicDecoder : ParameterDecoder
{
    private readonly bool _isAnonymousEvent;

    public EventTopicDecoder()
        : this(isAnonymousEvent: false)
    {
    }

    public EventTopicDecoder(bool isAnonymousEvent) => _isAnonymousEvent = isAnonymousEvent;

    public T DecodeTopics<T>(object[] topics, string data)
        where T : new() => DecodeTopics(new T(), topics, data);

    public List<ParameterOutput> DecodeDefaultTopics(EventABI eventABI, object[] topics, string data) =>
        DecodeDefaultTopics(eventABI.InputParameters, topics, data);

    public List<ParameterOutput> DecodeDefaultTopics(Parameter[] inputParameters, object[] topics, string data)
    {
        var indexed = inputParameters.Where(parameter => parameter.Indexed).OrderBy(parameter => parameter.Order).ToArray();
        var words = new AbiReader(Topics(topics, indexed.Length));
        var outputs = new List<ParameterOutput>();
        for (var i = 0; i < indexed.Length; i++)
        {
            var type = indexed[i].ABIType;
            var at = i * ABIType.WordSize;
            var result = type.IsHashedWhenIndexed ? BytesType.HexWithPrefix(words.Word(at)) : type.Decode(words, at, typeof(object));
            outputs.Add(new ParameterOutput { Parameter = indexed[i], Result = result });
        }
        outputs.AddRange(DecodeDefault([.. inputParameters.Where(parameter => !parameter.Indexed)], ToBytes(data)));
        return [.. outputs.OrderBy(output => output.Parameter.Order)];
    }

    public T DecodeTopics<T>(T eventDTO, object[] topics, string data)
    {
        var map = MessageMap.Of(eventDTO.GetType());
        var words = new AbiReader(Topics(topics, map.NumberOfIndexes));
        var reader = new AbiReader(ToBytes(data));
        var (word, head) = (0, 0);
        for (var i = 0; i < map.Parameters.Length; i++)
        {
            var (type, member) = (map.Parameters[i].ABIType, map.Member(i));
            if (!map.Parameters[i].Indexed)
            {
                member.Decode(eventDTO, type, reader, 0, head);
                head += type.HeadSize;
                continue;
            }
            if (!type.IsHashedWhenIndexed)
            {
                member.Decode(eventDTO, type, words, 0, word);
            }
            else if (member.Type == typeof(string))
            {
                member.Set(eventDTO, BytesType.HexWithPrefix(words.Word(word)));
            }
            else if (member.Type.IsAssignableFrom(typeof(byte[])))
            {
                member.Set(eventDTO, words.Word(word).ToArray());
            }
            word += ABIType.WordSize;
        }
        return eventDTO;
    }

    /// <summary>The topics that hold indexed parameters, one after the other.</summary>
    private byte[] Topics(object[] topics, int count)
    {
        var first = _isAnonymousEvent ? 0 : 1;
        if (topics is null || topics.Length != first + count)
        {
            throw new FormatException($"The log has {topics?.Length ?? 0} topics where the event has {first + count}: other parameters are indexed.");
        }
        var words = new byte[count * ABIType.WordSize];
        for (var i = 0; i < count; i++)
        {
            var digits = (topics[first + i]?.ToString() ?? "").Digits();
            var word = words.AsSpan(i * ABIType.WordSize, ABIType.WordSize);
            if (digits.Length != 2 * ABIType.WordSize || Convert.FromHexString(digits, word, out _, out _) != OperationStatus.Done)
            {
                throw new FormatException($"The topic {first + i} of the log is not {ABIType.WordSize} bytes of hex: '{Shorten(topics[first + i]?.ToString())}'.");
            }
        }
        return words;
    }
}
